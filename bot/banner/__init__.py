"""Important messages of the library: an outage of the portal, a wave of fraud; shown above the answers they concern."""
