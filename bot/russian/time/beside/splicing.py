"""Rows of words in which something is said anew: what takes the place of what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.russian.time.grammar.chart import Chart
from bot.russian.time.grammar.kinds import PARTING
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Node

_DAYS = frozenset(("on", "wdlist", "doms", "daterange", "opendays", "weekly", "nth", "ahead", "lasting", "stretch"))
_HOURS = frozenset(("clock", "span", "since", "before", "daypart"))
_LISTS = frozenset(("doms", "wdlist", "weekly"))
_ENDS = frozenset(("TO", "THROUGH"))
_MONTHS = frozenset(("MONTHG", "MONTHA"))
_NUMBERS = frozenset(("N0", "N9", "N59", "NX", "ORD", "ORDW"))
JOINING = frozenset(("COMMA", "AND", "OR", "SEMI", "DASH", "BUT", "COLON"))
_WRONG_AND_RIGHT = ("wrong", "right")
_CLASSES = {"N0": "N", "N9": "N", "N59": "N", "NX": "N", "ORD": "N", "ORDW": "N", "WDS": "WD", "DOT": "CLOCK"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of words that the grammar reads as one thing, or a word by itself: then without a name."""

    name: str
    tokens: tuple[Token, ...]

    @property
    def kind(self) -> str:
        """What it speaks of: days, hours, or neither."""
        return "days" if self.name in _DAYS else "hours" if self.name in _HOURS else ""


def kinds_of(tokens: Sequence[Token]) -> set[str]:
    """Whether the words speak of days, of hours, or of both."""
    return {piece.kind for piece in _pieces(tokens) if piece.kind}


def spliced(before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The words before without what is said anew after them, and the words after."""
    old, new = _pieces(before), _pieces(after)
    if _is_span_of_days(old, new):
        new = [replace(new[0], name="daterange"), *new[1:]]
    kinds = {piece.kind for piece in new if piece.kind}
    if _goes_on_to_other_day(new):
        return None
    if not kinds & {piece.kind for piece in old} or any(piece.name and not piece.kind for piece in (*old, *new)):
        return None  # «кроме среды, ой, …»: nobody knows how much is taken back
    if whole := _with_other_end(old, new):
        return whole
    replaced = [piece for piece in old if piece.kind in kinds]
    if not all(_is_replaced_whole([piece for piece in replaced if piece.kind == kind], new) for kind in kinds):
        return None
    kept = [piece for piece in old if piece.kind not in kinds and not _is_sign(piece)]
    return _words((*kept, *_dated(new, replaced)))


def _goes_on_to_other_day(new: Sequence[_Piece]) -> bool:
    """«5-го до 15, нет, до 16, 6-го закрыто»: after the new hour another day is told, which takes no place."""
    cut = next((at for at, piece in enumerate(new) if _is_sign(piece) and piece.tokens[0].kind in PARTING), len(new))
    first, rest = ({piece.kind for piece in part if piece.kind} for part in (new[:cut], new[cut:]))
    return first == {"hours"} and "days" in rest


def _is_span_of_days(old: Sequence[_Piece], new: Sequence[_Piece]) -> bool:
    """«с 7 по 9 декабря, нет, с 8 по 10»: no hours were told that these could be."""
    bare = new[0].name == "span" and {token.kind for token in new[0].tokens} <= _NUMBERS | _ENDS | {"FROM", "DASH"}
    return (
        bare
        and not any(piece.kind == "hours" for piece in (*old, *new[1:]))
        and any(piece.name == "daterange" for piece in old)
    )


def _is_replaced_whole(replaced: Sequence[_Piece], new: Sequence[_Piece]) -> bool:
    """One thing takes the place of one; of a list perhaps only the last was wrong."""
    lists = {piece.name for piece in replaced} & _LISTS
    return len(replaced) <= 1 and lists <= {piece.name for piece in new}


def _with_other_end(old: Sequence[_Piece], new: Sequence[_Piece]) -> str | None:
    """«с 10 по 12 декабря, нет, по 13-е»: only the end is another one."""
    end = new[0].tokens
    ranges = [at for at, piece in enumerate(old) if piece.name in {"daterange", "span"}]
    if end[0].kind not in _ENDS or len(ranges) != 1 or len([piece for piece in new if piece.kind]) != 1:
        return None
    said = old[ranges[0]]
    cuts = [at for at, token in enumerate(said.tokens) if token.kind in _ENDS | {"DASH"} and at]
    if not cuts or (said.name == "daterange") != (end[0].kind == "THROUGH" or new[0].kind == "days"):
        return None
    cut = cuts[-1]
    whole = replace(said, tokens=(*said.tokens[:cut], *end, *_month_of(said.tokens[cut:], end)))
    return _words((*old[: ranges[0]], whole, *old[ranges[0] + 1 :], *new[1:]))


def _dated(new: Sequence[_Piece], replaced: Sequence[_Piece]) -> list[_Piece]:
    """«5 января, вернее 6-го»: of January too."""
    lost = tuple(token for piece in replaced for token in piece.tokens)
    return [
        replace(piece, tokens=(*piece.tokens, *_month_of(lost, piece.tokens))) if piece.kind == "days" else piece
        for piece in new
    ]


def _month_of(lost: Sequence[Token], said: Sequence[Token]) -> tuple[Token, ...]:
    kinds = {token.kind for token in said} - {"V", "NA", "TOWARD", "FROM", *_ENDS, "DASH", "AND", "COMMA", "INCL"}
    months = [token for token in lost if token.kind in _MONTHS]
    return tuple(months[-1:]) if kinds and kinds <= _NUMBERS else ()


def put_in_place(before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The words before with the last row of the same kinds of words said anew; None where there is no such row."""
    new = list(after)
    while new and new[-1].kind in JOINING:
        new.pop()
    if [token.kind for token in new[:1]] == ["NOT"]:
        return _with_other_word(before, new)
    kinds = [_CLASSES.get(token.kind, token.kind) for token in new]
    old = [_CLASSES.get(token.kind, token.kind) for token in before]
    places = [at for at in range(len(old) - len(kinds) + 1) if old[at : at + len(kinds)] == kinds]
    if not places or not kinds or (len(places) > 1 and places[-1] + len(kinds) != len(old)):
        return None
    replaced = before[places[-1] : places[-1] + len(kinds)]
    if _is_cut_from_range(before, places[-1], new) or _names_other_day(replaced, new):
        return None
    words = [*before[: places[-1]], *new, *before[places[-1] + len(kinds) :]]
    return " ".join(token.text for token in words)


def _is_cut_from_range(before: Sequence[Token], place: int, new: Sequence[Token]) -> bool:
    """«пн-пт 9-17, ой, сб 9-15»: «пт 9-17» is no piece of its own."""
    is_range = place > 0 and before[place - 1].kind in _ENDS | {"DASH"}
    return is_range and new[0].kind not in _ENDS | {"FROM"}


def _names_other_day(replaced: Sequence[Token], new: Sequence[Token]) -> bool:
    """«пт 9-17, ой, сб 9-15»: whether Friday was wrong, or Saturday is another day, nobody knows."""
    days = [[token.value for token in row if token.kind in {"WD", "WDS"}] for row in (replaced, new)]
    return any(token.kind in _NUMBERS | {"CLOCK"} for token in new) and days[0] != days[1]


def _with_other_word(before: Sequence[Token], new: Sequence[Token]) -> str | None:
    """«вт и чт 10-14, ой, не четверг, а пятница»: the one word is another."""
    words = [token for token in new if token.kind not in {"NOT", "BUT", "COMMA"}]
    if len(words) != len(_WRONG_AND_RIGHT) or words[0].kind != words[1].kind:
        return None
    wrong, right = words
    places = [at for at, token in enumerate(before) if (token.kind, token.value) == (wrong.kind, wrong.value)]
    if len(places) != 1:
        return None
    return " ".join((right if at == places[0] else token).text for at, token in enumerate(before))


def _pieces(tokens: Sequence[Token]) -> list[_Piece]:
    numbered = [replace(token, at=at) for at, token in enumerate(tokens)]
    chart, at, found = Chart(numbered), 0, []
    while at < len(numbered):
        longest = chart.longest("item", at)
        if longest is None:
            found.append(_Piece("", (numbered[at],)))
            at += 1
            continue
        end, node = longest
        found.append(_Piece(_name(node), tuple(numbered[at:end])))
        at = end
    return found


def _name(item: Node) -> str:
    return next((child.name for child in item.children if isinstance(child, Node)), "")


def _is_sign(piece: _Piece) -> bool:
    return not piece.name and piece.tokens[0].kind in JOINING


def _words(pieces: Sequence[_Piece]) -> str:
    return " ".join(token.text for piece in pieces for token in piece.tokens)
