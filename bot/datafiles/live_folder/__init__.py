"""The live data folder: copied once from what is shipped, then edited by people and merged at each upgrade."""
