"""What a message names beside its wish: places, times, persons, numbers, topics; and the slots made of them."""
