"""Where a person can be helped face to face: the directory of centres, their hours, and the nearest of them."""
