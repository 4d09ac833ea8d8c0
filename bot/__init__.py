"""БиблиоГос: the libraries' chat assistant for e-services."""
