"""Read one typed line as contact moments: a deterministic grammar, pure, without a clock.

`read` is the door: `read_line`, `read_when` and `complete`. What comes out is codes with values
(`reading`); sentences are made by whoever shows them. A line that cannot be understood for certain is
refused: a silently wrong date is a defect.

The way of a line:

1. `tokens` cuts what stands before the colon into words, numbers and signs, `typos` corrects the
   words that matter (`words` has those of time, `contact_words` those for channels and people), and
   `stuck_together` parts *beltmoeder*.
2. `segments` cuts the tokens into stretches that each mean one thing. At every place it asks all readers
   and takes the longest `match`. `when_at` does so for what answers *when*: `clock` for times; `dates`,
   `weeks`, `months`, `which_report`, `holidays` and `occasions` for days by themselves; `before_and_after`
   and `ranges` for what stands beside or between those; `recurrence` for what comes back; `on_demand` for
   *zo nodig*, conditions and *ntb*. `weekday_at`, `daypart_at`, `beside_routine` and `part_of_each` read
   parts of a week or a day, `place_at` where they meet, `duration` for how long, `short_codes` b, r1 and j>o.
   `people` says who is named (`known_names`, `belonging` for whose mother, `titled` for *mw. De Vries*,
   `another_teacher`), `strangers` whom nobody knows.
3. `clauses` begins a new moment where `clause_begins` says so: at `another_way`, at `others_another_time`,
   at `another_time` by the same way. In each, `read_clause` tells `structure` from purpose: the first word
   that belongs to no group begins the purpose, which is kept whole. `initiative` asks all who may read the
   first step: `subject` in front of its verb (`is_called`, `asks_for`, `takes_steps`), `subject_behind` it,
   `asked_to`, `sent_by`, `either_side`, `we`, `he_or_they`, `arrows`; `taken_along` reads whom somebody
   brings, and `elsewhere` what somebody does with others afterwards. `channels` and `participants` say how
   and with whom. `not_understood` refuses the line where a word may have meant a day after all or takes the
   plan back (`turns_a_day`, `vague_stretch`, `unclear_purpose`, `given_up`, `who_is_unclear`), `taken_back`
   where it is corrected in the line, `which_of_them` where it is about one of several; `purpose` keeps the
   rest.
4. `whens_of_clause` has `combine` put the days, times and recurrences together (`attach_times`), and
   `validate` check them against the `reference`: the day of the talk and the school year.
   `told_behind_all` gives each moment what was said for all, and `spans` says what to light in the line.

A reader takes the line, the place `i` to look at, and mostly the reference; it returns None when
nothing that it reads stands there.
"""
