"""Russian as people type it: one spelling, numerals as numbers, every word accounted for."""
