"""Keys as they are typed: in turn, ahead of a screen, blind on a line, as a word where no line is."""
