"""Words and buttons of each moment, free of any messenger."""
