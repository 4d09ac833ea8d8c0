"""What is kept of people, and erasing it, ending it and showing it to its owner."""
