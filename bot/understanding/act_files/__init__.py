"""data/acts: read, checked, and kept as they stand on disk."""
