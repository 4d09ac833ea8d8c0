"""What the pieces of a visit or a closure say together: days, hours, and what contradicts them."""
