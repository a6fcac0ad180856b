"""Read what stands by the week: weekdays without a date, beside the number of a week or below it."""
