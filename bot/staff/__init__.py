"""Who works at which centre, how librarians join, and how they mend the cards people see."""
