"""The smallest window everything fits in, in columns and rows (issue 2: below it a readable notice)."""

WIDTH, HEIGHT = 60, 20


def fits(columns: int, rows: int) -> bool:
    """Whether a window is large enough to work in."""
    return columns >= WIDTH and rows >= HEIGHT
