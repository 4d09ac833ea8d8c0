"""Commands that check answers, links, settings and the machine."""
