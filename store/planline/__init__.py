"""One typed line → contact moments: a deterministic grammar, pure, without a clock (DESIGN §8).

`store.planline.read` holds the three doors: `read_line`, `read_when` and `complete`. What comes out
is codes with values (`store.planline.reading`); sentences are made by whoever shows them. A line
that cannot be understood for certain is refused: a silently wrong date is a defect.
"""
