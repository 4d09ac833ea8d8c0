"""What is closed, and announcements of it."""
