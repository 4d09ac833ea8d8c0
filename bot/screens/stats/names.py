"""What the ids in figures are called; what is gone keeps its id."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.faq.library import Library
from bot.region.topics import Topics

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Names:
    """Names by the sort of the id: centres, topics, articles."""

    centre: NameOf
    topic: NameOf
    article: NameOf


def names(centre: NameOf, topics: Topics, library: Library | None) -> Names:
    """Names of ids as the files give them now."""

    def topic(id_: str) -> str:
        found = topics.find_topic(id_)
        return found.title if found else id_ or "Тема не названа"

    def article(id_: str) -> str:
        found = library.article(id_) if library else None
        return found.title if found else id_

    return Names(centre, topic, article)
