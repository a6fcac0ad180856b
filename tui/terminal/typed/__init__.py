"""Keys as they are typed: each in its turn, ahead of the screen they are for, or blind on a line."""
