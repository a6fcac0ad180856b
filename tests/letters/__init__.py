"""Letters to invented families, from the lines their plans were typed in."""
