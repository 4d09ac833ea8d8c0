"""The tables of questions to librarians."""
