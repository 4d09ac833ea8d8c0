"""Booking a consultation: free times, citizens' bookings, the waitlist, the librarian's day."""
