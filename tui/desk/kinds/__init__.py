"""The kinds of talk: their decks, the line that chooses one, and the questions at hand."""
