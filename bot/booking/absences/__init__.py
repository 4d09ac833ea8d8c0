"""Librarians who are not there: off duty, a desk fewer, their visits handed on."""
