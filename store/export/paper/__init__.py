"""What goes along on paper: the family's sheet, the invitation, the day; as PDF and as Word."""
