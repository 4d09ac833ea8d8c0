"""Questions and answers: the articles, the files they live in, and the engine that finds them."""
