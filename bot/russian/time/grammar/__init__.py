"""The grammar of Russian time as text, its words, and the chart reader that recognises them."""
