"""Back-up questions: decks, their loader, and which question comes next. Knows nothing of screens."""
