"""The workbook of centres that a methodist sends round: read cell by cell and told before it is written."""
