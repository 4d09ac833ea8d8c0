"""Danger and crisis in what people write: the rules of data/danger.yaml, no messenger and no database."""
