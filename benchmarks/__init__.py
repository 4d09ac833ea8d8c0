"""Scripts that measure: run them by `python -m benchmarks.<name>`."""
