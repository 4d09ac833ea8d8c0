"""The command of figures: words, workbook, CSV and JSON."""
