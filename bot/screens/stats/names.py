"""What the ids in figures are called; what is gone keeps its id."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.faq.library import Library
from bot.region.outcomes import Outcomes, title_of
from bot.region.topics import Topics

NameOf = Callable[[str], str]
UNKNOWN, OTHER = "Неизвестно", "Прочее"  # nobody entered it; the file has it no longer


@dataclass(frozen=True, slots=True)
class Names:
    """Names by the sort of the id: centres, topics, articles, outcomes; what nobody entered is unknown."""

    centre: NameOf
    topic: NameOf
    article: NameOf
    outcome: NameOf


def names(centre: NameOf, topics: Topics, outcomes: Outcomes, library: Library | None) -> Names:
    """Names of ids as the files give them now."""

    def topic(id_: str) -> str:
        found = topics.find_topic(id_)
        return found.title if found else id_ or UNKNOWN

    def article(id_: str) -> str:
        found = library.article(id_) if library else None
        return found.title if found else id_

    def outcome(id_: str) -> str:
        return (title_of(outcomes.all, id_) or OTHER) if id_ else UNKNOWN

    return Names(centre, topic, article, outcome)
