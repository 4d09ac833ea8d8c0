"""What a librarian types of people who were helped: «двенадцать по паспорту», «7, паспорт 2, по телефону 1»."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.booking.consultation_log.entry import HelpedPeople, HelpKind
from bot.russian.counts import count_in
from bot.russian.normalize import fold

FindTopic = Callable[[str], str | None]  # the id of the topic that the words name, every one of them

_PIECES = re.compile(r"[,;\n+]+|\.(?:\s|$)|\s(?:и|а также)\s|\s[–—-]\s(?=\D)")
_WORDS = re.compile(r"[x×х*]?\s?[0-9]+|[а-яa-z]+")
_AROUND = frozenset(
    (
        *(
            "человек",
            "человека",
            "чел",
            "люди",
            "людей",
            "народу",
            "посетитель",
            "посетителя",
            "посетителей",
            "посетители",
        ),
        *("гражданин", "граждан", "визит", "визита", "визитов", "посещение", "посещения", "посещений", "без", "записи"),
        *("консультация", "консультации", "консультаций", "консультацию", "записью", "пришло", "пришли", "пришел"),
        *(
            "пришла",
            "зашло",
            "зашли",
            "было",
            "были",
            "был",
            "была",
            "приняла",
            "принял",
            "приняли",
            "помогла",
            "помог",
        ),
        *(
            "помогли",
            "записать",
            "запиши",
            "запишите",
            "внеси",
            "внесите",
            "по",
            "за",
            "с",
            "со",
            "на",
            "о",
            "об",
            "про",
        ),
        *("из", "них", "тема", "теме", "темы", "к", "в", "раз", "раза", "шт", "штук"),
    )
)
_LEAST = 4  # letters: a shorter word must name a topic by itself, «инн»
_TOTAL = frozenset(("всего", "итого"))
_NO_TOPIC = re.compile(r"\bбез темы\b|\bтема неизвестна\b|\bразное\b|\bразные\b|\bпрочее\b")
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
    def without_topic(self) -> int:
        """How many people of the total no topic has; less than nought where the topics have more."""
        return 0 if self.total is None else self.total - self.people

    def with_rest(self) -> tuple[HelpedPeople, ...]:
        """Everybody of the total, those of no topic among them."""
        rest = (HelpedPeople(self.without_topic),) if self.without_topic > 0 else ()
        return (*self.helped, *rest)


def read_people(text: str, find_topic: FindTopic) -> TypedPeople:
    """Every piece of the words is a total, people with a topic, or is named as unknown."""
    helped, total, unknown = list[HelpedPeople](), None, list[str]()
    for piece in filter(None, (one.strip() for one in _PIECES.split(fold(text)))):
        read = _read_piece(piece, find_topic)
        if isinstance(read, HelpedPeople):
            helped.append(read)
        elif isinstance(read, int) and total is None:
            total = read
        else:
            unknown.append(piece)
    return TypedPeople(_together(helped), total, tuple(unknown))


def _read_piece(piece: str, find_topic: FindTopic) -> HelpedPeople | int | None:
    kind = HelpKind.PHONE if _BY_PHONE.search(piece) else HelpKind.WALK_IN
    is_of_none = _NO_TOPIC.search(piece) is not None
    words = [word.replace(" ", "") for word in _WORDS.findall(_NO_TOPIC.sub(" ", _BY_PHONE.sub(" ", piece)))]
    count, others = count_in([word for word in words if word not in _TOTAL])
    named = [word for word in others if word not in _AROUND]
    if any(word[-1].isdigit() for word in named):  # a second number: it is not known what it counts
        return None
    if not named and count is not None:
        is_total = kind is HelpKind.WALK_IN and not is_of_none
        return count if is_total else HelpedPeople(count, None, kind)
    is_read = named and all(len(word) >= _LEAST or find_topic(word) for word in named)
    topic = find_topic(" ".join(named)) if is_read else None
    return HelpedPeople(1 if count is None else count, topic, kind) if topic else None


def _together(helped: list[HelpedPeople]) -> tuple[HelpedPeople, ...]:
    """Those of one topic and kind as one."""
    counts: dict[tuple[str | None, HelpKind], int] = {}
    for one in helped:
        counts[one.topic, one.kind] = counts.get((one.topic, one.kind), 0) + one.people
    return tuple(HelpedPeople(people, topic, kind) for (topic, kind), people in counts.items())
