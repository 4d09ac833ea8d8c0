"""What differs from the usual timetable of a centre on some days: the number of desks."""
