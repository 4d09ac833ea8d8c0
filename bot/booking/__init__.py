"""Booking a consultation: free times, the citizen's desk, the wait list, the librarian's day."""
