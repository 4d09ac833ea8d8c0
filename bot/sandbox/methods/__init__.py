"""The methods of the Bot API, each a function of the state and the call."""
