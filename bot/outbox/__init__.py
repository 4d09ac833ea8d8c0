"""The outbox: notices to be sent to somebody else, or later."""
