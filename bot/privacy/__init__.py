"""Finding, masking and forgetting personal data."""
