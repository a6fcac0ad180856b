"""Read one typed line as contact moments: a deterministic grammar, pure, without a clock.

`read` is the door: `read_line`, `read_when` and `complete`. What comes out is codes with values
(`reading`); sentences are made by whoever shows them. A line that cannot be understood for certain is
refused: a silently wrong date is a defect.

The way of a line:

1. `tokens` cuts what stands before the colon into words, numbers and signs, `typos` corrects the
   words that matter (`words` has those of time, `contact_words` those for channels and people), and
   `stuck_together` parts *beltmoeder*.
2. `segments` cuts the tokens into stretches that each mean one thing. At every place it asks all readers
   and takes the longest `match`: `clock` for times; `dates`, `weeks`, `months`, `which_report`, `holidays`
   and `occasions` for days by themselves; `before_and_after` and `ranges` for what stands beside or between
   those; `recurrence` for what comes back, `part_of_each` for a part of that; `on_demand` for *zo nodig*,
   conditions and *ntb*; `duration` for how long; `people` for names and who is said not to be there,
   `strangers` for whom nobody knows; `short_codes` for b, r1 and j>o.
3. `clauses` begins a new moment at a new channel. In each, `structure` is told from purpose: the first word
   that belongs to no group begins the purpose, which is kept whole. `initiative` reads who takes the first
   step, `taken_along` whom somebody brings, and `elsewhere` what somebody does with others afterwards;
   `channels` and `participants` say how and with whom; `not_understood` refuses the line where a word
   may have meant a day after all or takes the plan back, `taken_back` where it is corrected in the line,
   `which_of_them` where it is about one of several, and `purpose` keeps the rest.
4. `combine` puts the days, times and recurrences together (`attach_times`), and `validate` checks them
   against the `reference`: the day of the talk and the school year. `spans` says what to light in the line.

A reader takes the line, the place `i` to look at, and mostly the reference; it returns None when
nothing that it reads stands there.
"""
