"""Questions with the topics that answer them, and ways to damage them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.faq.article import Article, ArticleId

OWN = Path(__file__).parent.parent / "tests" / "faq" / "own_messages.jsonl"
OUT_OF_SCOPE = "out_of_scope"

_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю"
_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_TO_KEYS = str.maketrans(_RUSSIAN, _KEYS)
_LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
_SOUNDS = {
    letter: sound.strip("-") for letter, sound in zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", _LATIN.split(), strict=True)
}


@dataclass(frozen=True, slots=True)
class Question:
    """A message, the articles that answer it, and of which kind it is («far»: about something else)."""

    text: str
    right: frozenset[ArticleId]
    kind: str = ""


def read_questions(
    file: Path, articles: Sequence[Article], covered: Mapping[str, Sequence[str]] | None = None
) -> list[Question]:
    """JSON Lines with `text` and `labels`; topics no article has are left out. `covered`: ids that cover a topic."""
    by_topic: dict[str, set[ArticleId]] = {}
    for article in articles:
        for topic in (article.id, *article.covers):
            by_topic.setdefault(topic, set()).add(article.id)
    questions = []
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        labels = [] if row.get("stale") else [label for label in row["labels"] if label != OUT_OF_SCOPE]
        topics = {topic for label in labels for topic in (label, *(covered or {}).get(label, ()))}
        right = frozenset(id_ for topic in topics for id_ in by_topic.get(topic, ()))
        if right or not labels:
            questions.append(Question(row["text"], right, row.get("kind") or row.get("oos_kind") or "far"))
    return questions


def wrong_layout(text: str, _random: Random) -> str:
    """The Latin letters on the same keys."""
    return text.lower().replace("ё", "е").translate(_TO_KEYS)


def translit(text: str, _random: Random) -> str:
    """Latin letters that sound alike."""
    return "".join(_SOUNDS.get(char, char) for char in text.lower().replace("ё", "е"))


def mistyped(text: str, random: Random) -> str:
    """A slip in every word of four letters and more."""
    return " ".join(_slip(word, random) if len(word) > 3 else word for word in text.split())


def _slip(word: str, random: Random) -> str:
    at = random.randrange(len(word) - 1)
    letter = random.choice(_RUSSIAN)
    return random.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


DAMAGES: dict[str, Callable[[str, Random], str]] = {
    "layout": wrong_layout,
    "translit": translit,
    "every word mistyped": mistyped,
}

# What people put before and after a question without asking anything.
FRAMES: dict[str, str] = {
    "bare": "{}",
    "greeting": "Здравствуйте! {}",
    "greeting, mistyped": "здраствуйте {}",
    "greeting, short": "здрасте, {}",
    "greeting of the evening": "добрый вечер {}",
    "thanks": "{} спасибо",
    "thanks, mistyped": "{} спосибо",
    "thanks beforehand": "{}. Заранее благодарю",
    "greeting and thanks": "Здравствуйте! {}. Большое спасибо!",
    "good people": "люди добрые, {}",
    "dear library": "уважаемая библиотека, {}",
    "sorry": "Извините за беспокойство. Подскажите пожалуйста, {}",
    "from a town": "я из Опочки, {}",
    "from a village": "{}, живу в деревне",
    "age": "{}, мне 70 лет",
    "disabled": "я инвалид, {}",
    "pensioner": "{}. пенсионерка я",
    "all at once": "Добрый день! Мне 82 года, живу одна в деревне. {} Спасибо вам большое, здоровья!",
}
