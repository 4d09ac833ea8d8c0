"""The data folder of a region of which nothing is known yet: the shared files, and its own ones to be filled."""
