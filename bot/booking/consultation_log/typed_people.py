"""What a librarian types of people who were helped: «двенадцать по паспорту», «7, паспорт 2, по телефону 1»."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.russian.counts import count_in
from bot.russian.normalize import fold

FindTopic = Callable[[str], str | None]  # the id of the topic that the words name, every one of them
FindOutcome = Callable[[str], str | None]  # the same of an outcome

_PIECES = re.compile(r"[,;\n+]+|\.(?:\s|$)|\s(?:и|а также)\s|\s[–—-]\s(?=\D)")
_WORDS = re.compile(r"[x×х*]?\s?[0-9]+(?:\s?[x×х*](?![а-яa-z]))?|[а-яa-z]+")
_AROUND = frozenset(
    """
    человек человека чел люди людей народу посетитель посетителя посетителей посетители посетительница
    гражданин гражданка граждан визит визита визитов посещение посещения посещений без записи
    консультация консультации консультаций консультацию записью пришло пришли пришел пришла приходил приходила приходило
    приходили зашло зашли зашел зашла заходил заходила заходили обратилось обратились обратился обратилась
    было были был была приняла принял приняли помогла помог помогли проконсультировала проконсультировали
    записать запиши запишите внеси внесите отметь отметьте по за с со на о об про насчет поводу вопросу
    из них тема теме темы к в во раз раза шт штук еще мужчина мужчины женщина женщины бабушка бабушки дедушка дедушки
    девушка девушки пенсионер пенсионерка пенсионера пенсионеры пенсионеров
    """.split()  # noqa: SIM905 - reads better
)
_LEAST = 4  # letters: a shorter word must name a topic by itself, «инн»
_TOTAL = frozenset(("всего", "итого"))
_NO_TOPIC = re.compile(r"\bбез темы\b|\bне знаю\b|\bнеизвестно\b|\bтема неизвестна\b|\bразное\b|\bразные\b|\bпрочее\b")
_BY_PHONE = re.compile(r"\b(?:по телефону|телефон\w*|позвонил\w*|звонок|звонк\w*|звонил\w*)\b")


@dataclass(frozen=True, slots=True)
class TypedPeople:
    """What was read of the words; `unknown` are the pieces that name no topic."""

    helped: tuple[HelpedPeople, ...]
    total: int | None = None  # of all, where it was said
    unknown: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many people the topics together have."""
        return sum(one.people for one in self.helped)

    @property
    def counts_somebody(self) -> bool:
        """Whether the words say how many people there were, or with what."""
        return bool(self.helped) or self.total is not None

    @property
    def without_topic(self) -> int:
        """How many people of the total no topic has; less than nought where the topics have more."""
        return 0 if self.total is None else self.total - self.people

    def with_rest(self) -> tuple[HelpedPeople, ...]:
        """Everybody of the total, those of no topic among them."""
        rest = (HelpedPeople(self.without_topic),) if self.without_topic > 0 else ()
        return (*self.helped, *rest)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One piece of the words: a number, a topic, both, or only how the people were helped."""

    count: int | None
    topic: str | None
    kind: HelpKind
    is_of_none: bool = False  # «без темы»
    is_of_all: bool = False  # the number is that of all, whom the other pieces tell apart

    @property
    def has_people(self) -> bool:
        return self.topic is not None or self.is_of_none or self.count is not None


def read_people(text: str, find_topic: FindTopic, find_outcome: FindOutcome | None = None) -> TypedPeople:
    """Every piece of the words is a total, people with a topic, what came of it for all, or is named as unknown."""
    said = list(filter(None, (one.strip() for one in _PIECES.split(_with_totals_apart(fold(text))))))
    outcome = find_outcome(said[-1]) if find_outcome and len(said) > 1 else None
    pieces, unknown = list[_Piece](), list[str]()
    for piece in said[:-1] if outcome else said:
        read = _read_piece(piece, find_topic, is_first=not pieces and not unknown)
        total = any(one.is_of_all for one in pieces)
        if read is None or (read.is_of_all and total) or not (read.has_people or not pieces):
            unknown.append(piece)
        else:
            pieces.append(read)
    helped, total_said = _shared(pieces)
    return TypedPeople(tuple(replace(one, outcome=outcome) for one in _together(helped)), total_said, tuple(unknown))


def numbers_in(words: str) -> list[int]:
    """Every number of people that the folded words say, one after another."""
    found, left = list[int](), [word.replace(" ", "") for word in _WORDS.findall(words)]
    while left:
        count, rest = count_in(left)
        if count is None:
            break
        found.append(count)
        left = rest
    return found


def _with_totals_apart(folded: str) -> str:
    """«трое: двое паспорт» as «трое, двое паспорт»; «паспорт: 3» stays."""
    before, colon, after = folded.partition(":")
    count = next(iter(numbers_in(before)), None)
    return f"{before},{_with_totals_apart(after)}" if colon and count is not None else folded


def _read_piece(piece: str, find_topic: FindTopic, *, is_first: bool) -> _Piece | None:
    by_phone = _BY_PHONE.search(piece)
    kind = HelpKind.PHONE if by_phone else HelpKind.WALK_IN
    is_of_none = _NO_TOPIC.search(piece) is not None
    words = [word.replace(" ", "") for word in _WORDS.findall(_NO_TOPIC.sub(" ", _BY_PHONE.sub(" ", piece)))]
    count, others = count_in([word for word in words if word not in _TOTAL])
    named = [word for word in others if word not in _AROUND]
    if any(word[-1].isdigit() for word in named):  # a second number: it is not known what it counts
        return None
    if not named:
        is_counted = bool(numbers_in(piece[: by_phone.start()])) if by_phone else count is not None
        is_of_all = is_counted and not is_of_none and (is_first or by_phone is None)
        return _Piece(count, None, kind, is_of_none, is_of_all)
    is_read = all(len(word) >= _LEAST or find_topic(word) for word in named)
    topic = find_topic(" ".join(named)) if is_read and not is_of_none else None
    return _Piece(count, topic, kind) if topic else None


def _shared(pieces: Sequence[_Piece]) -> tuple[list[HelpedPeople], int | None]:
    """Whom each piece tells of, and the total: it is that of the only topic of which no number was said."""
    heads = [one for one in pieces if one.is_of_all or not one.has_people]
    kind = HelpKind.PHONE if any(one.kind is HelpKind.PHONE for one in heads) else HelpKind.WALK_IN
    total = next((one.count for one in heads if one.is_of_all), None)
    parts = [one for one in pieces if one.has_people and not one.is_of_all]
    if total is not None and len(parts) == 1 and parts[0].count is None:
        parts, total = [replace(parts[0], count=total)], None
    if total is not None and kind is HelpKind.PHONE and not parts:
        parts, total = [_Piece(total, None, kind)], None
    helped = [
        HelpedPeople(
            1 if one.count is None else one.count, one.topic, kind if one.kind is HelpKind.WALK_IN else one.kind
        )
        for one in parts
    ]
    return helped, total


def _together(helped: list[HelpedPeople]) -> tuple[HelpedPeople, ...]:
    """Those of one topic and kind as one."""
    counts: dict[tuple[str | None, HelpKind], int] = {}
    for one in helped:
        counts[one.topic, one.kind] = counts.get((one.topic, one.kind), 0) + one.people
    return tuple(HelpedPeople(people, topic, kind) for (topic, kind), people in counts.items())
