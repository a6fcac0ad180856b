"""Practice without a screen: what is drawn, the clock that runs faster, what is noted to look back on."""
