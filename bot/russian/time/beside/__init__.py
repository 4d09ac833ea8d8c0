"""What is said beside a time and means nothing for it: why, with whom, with what."""
