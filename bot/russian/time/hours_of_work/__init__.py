"""Hours of work and of reception as they are typed: clause by clause."""
