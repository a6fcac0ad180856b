"""The talk without a screen: what a typed line does to its board and its agreements."""
