"""A question handed to a librarian and the answer handed back."""
