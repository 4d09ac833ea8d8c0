"""What stands over the days and names none: «Прошу внести в график:», «Марья Ивановна, …»."""

from bot.russian.morphology import russian
from bot.russian.time.beside.told_clauses import ToldWords
from bot.russian.time.grammar.around import UNDOING
from bot.russian.time.grammar.kinds import PARTING
from bot.russian.time.grammar.token_readers import UNKNOWN

_IDLE = frozenset(("V", "NA", "TOWARD", "ZA", "THROUGH", "AND", "DASH", "IN", "COLON", "NEXT", "THIS", "WHOLE", "DAY"))
_NAMES = frozenset(("Name", "Patr", "Surn"))


def words_of_heading(clause: ToldWords) -> set[int] | None:
    """Places of all its words; None where one tells that something is otherwise: «прошу отменить:»."""
    words = [token for token in clause.tokens if token.kind not in PARTING]
    unclear = any(token.text in UNDOING for token in clause.unknown)
    is_idle = all(token.kind in _IDLE | {UNKNOWN, "TIME"} for token in words)
    return {token.at for token in words} if is_idle and not unclear else None


def is_address(clause: ToldWords) -> bool:
    """«Марья Ивановна»: whom the words are said to, and not whose figures are wanted."""
    likeliest = [russian().readings(token.text)[0] for token in clause.unknown]
    called = all("nomn" in said and said & _NAMES for said in likeliest)
    return called and all(token.kind in PARTING | {UNKNOWN} for token in clause.tokens)
