"""The screens around a talk that a team rehearses: the situation, the cards, the look back."""
