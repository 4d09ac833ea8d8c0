"""Russian words about time: one grammar (grammar.ebnf), a chart reader for it, and resolvers for each use."""
