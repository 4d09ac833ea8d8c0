"""`make screens`: docs/screens.md from the recordings of tests/test_dialogues.py, docs/faq.md from the answers."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.faq.answer_parts import parts_of
from bot.faq.article import Article
from tests.dialogue_files import FILES, RECORDINGS, name, recording, remark
from tests.stage import the_faq, visible

SCREENS = Path("docs/screens.md")
ANSWERS = Path("docs/faq.md")


def screens(files: Sequence[Path] = FILES, folder: Path = RECORDINGS) -> str:
    """Every dialogue as people saw it when it was last played, feature by feature."""
    parts = ["# Как выглядят разговоры", "Эта страница собирается сама из `tests/dialogues`: `make screens`."]
    for file in files:
        seen = recording(file, folder).read_text(encoding="utf-8")
        parts += [f"## {remark(file)}", f"`{name(file)}`", seen]
    return "\n\n".join(parts) + "\n"


def answers() -> str:
    """Every article as a citizen gets it."""
    library = the_faq().library
    count = len(library.articles)
    parts = ["# Все ответы", f"Статей: {count}. Эта страница собирается сама из `data/faq`: `make screens`."]
    for group in library.groups:
        parts.append(f"## {group.title}")
        parts += [part for article in group.articles for part in _answer(article)]
    return "\n\n".join(parts) + "\n"


def _answer(article: Article) -> Iterator[str]:
    yield f"### {article.title}"
    yield f"`{article.id}`" + (" · по неполным источникам" if article.confidence == "partial" else "")
    yield visible("\n\n".join((*parts_of(article).head, *parts_of(article).rest)))
    yield "Ещё: " + " · ".join(other.title for other in the_faq().related(article))


def main() -> None:
    SCREENS.write_text(screens(), encoding="utf-8")
    ANSWERS.write_text(answers(), encoding="utf-8")


if __name__ == "__main__":
    main()
