"""Kinds of words that more than one reader of closings looks for: one list of each."""

PARTING = frozenset(("COMMA", "SEMI", "BUT"))  # between two clauses
SHUT = frozenset(("SANITARY", "OFF", "OFFD", "OFFS"))  # «закрыто», «выходной», «санитарный»
CLOSING = SHUT | {"CLOSED", "CLOSES"}  # «закрываемся в 14» too; CLOSED is «закрыто» of what is typed to close something
TELLING = CLOSING | {"OPENS"}  # of what is closed or open
NO_WEEKEND = frozenset(("OFFS",))  # «выходные» may only name Saturday and Sunday
