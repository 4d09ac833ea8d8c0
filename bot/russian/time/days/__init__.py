"""Which days are named: dates, weekdays, stretches, ranges, and what is left out."""
