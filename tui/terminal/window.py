"""The smallest window everything fits in, in columns and rows."""

WIDTH, HEIGHT = 60, 20


def fits(columns: int, rows: int) -> bool:
    """Return whether a window is large enough to work in."""
    return columns >= WIDTH and rows >= HEIGHT
