"""Help given without a booking, as librarians write it down: how many people on a day of a centre, and with what."""
