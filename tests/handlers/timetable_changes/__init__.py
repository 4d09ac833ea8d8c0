"""Changes of the timetable in the chat."""
