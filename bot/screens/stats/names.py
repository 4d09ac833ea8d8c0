"""What the ids in figures are called: no id of the program is shown, not even of what is gone from the files."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.centres.centre import Centre
from bot.faq.library import Library
from bot.region.outcomes import Outcomes, title_of
from bot.region.topics import Topics
from bot.stats.figures import Tally

NameOf = Callable[[str], str]
UNKNOWN, OTHER = "Неизвестно", "Прочее"  # nobody entered it; the file has it no longer
GONE_CENTRE, GONE_TOPIC, GONE_ARTICLE = (
    "Центр, которого больше нет",
    "Тема, которой больше нет",
    "Ответ, которого нет в справочнике",
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names by the sort of the id: centres, topics, articles, outcomes; what nobody entered is unknown."""

    centre: NameOf
    topic: NameOf
    article: NameOf
    outcome: NameOf


def names(
    centre_of: Callable[[str], Centre | None], topics: Topics, outcomes: Outcomes, library: Library | None
) -> Names:
    """Names of ids as the files give them now; all topics and all articles that are gone share a name."""

    def centre(id_: str) -> str:
        found = centre_of(id_)
        return found.short_name if found else GONE_CENTRE

    def topic(id_: str) -> str:
        found = topics.find_topic(id_)
        return found.title if found else GONE_TOPIC if id_ else UNKNOWN

    def article(id_: str) -> str:
        found = library.article(id_) if library else None
        return found.title if found else GONE_ARTICLE

    def outcome(id_: str) -> str:
        return (title_of(outcomes.all, id_) or OTHER) if id_ else UNKNOWN

    return Names(centre, topic, article, outcome)


def named(tallies: Iterable[Tally], name: NameOf) -> list[tuple[str, int]]:
    """The counts by name, those of one name together, the most frequent first."""
    sums: Counter[str] = Counter()
    for one in tallies:
        sums[name(one.key)] += one.count
    return sorted(sums.items(), key=lambda one: -one[1])
