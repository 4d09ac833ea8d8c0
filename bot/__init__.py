"""БиблиоГос: the libraries' chat assistant for e-services."""

__version__ = "0.2.0"  # of the code that runs; pyproject.toml takes it from here
