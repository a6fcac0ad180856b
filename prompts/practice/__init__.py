"""Role play: invented situations, and the card that each player gets. Knows nothing of screens."""
