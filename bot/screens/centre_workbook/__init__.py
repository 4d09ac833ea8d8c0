"""Words of the workbook of centres: what is sent round, and what was understood when it came back."""
