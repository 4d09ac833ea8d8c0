"""Russian words about time: one grammar (grammar.ebnf), a chart reader for it, and resolvers for each use.

docs/time-grammar.md explains it in ten minutes: the way of a phrase, the three rules it may begin with (moments,
period, hours), how to read the EBNF, the laws, and where a new wording goes.
"""
