"""What people mean by what they type: acts with their slots, in the order to be served; no messenger, no SQL."""
