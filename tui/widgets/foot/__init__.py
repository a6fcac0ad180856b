"""The foot of the screen: the keys that matter now, and what is said above them."""
