"""The linear part of weighing: features of a text, learning, and the file of the weights."""
