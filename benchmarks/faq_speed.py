"""What the FAQ engine costs: time of a question, time to build, memory, each beside a ceiling of the same run.

python -m benchmarks.faq_speed [ARTICLES …]     each size in a process of its own; default 40, all, 1000
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.faq_questions import OWN, read_questions
from bot.faq.article import Article, ArticleId
from bot.faq.library import load
from bot.faq.search.search import Engine
from bot.faq.search.synonyms import Synonyms
from bot.faq.search.text_cleaner import words_of

STATM = Path("/proc/self/statm")
PAGE = 4096
LONG = "подала заявление на выплату и не пойму что означает статус в личном кабинете " * 12


def main() -> None:
    sizes = sys.argv[1:] or ["40", "0", "1000"]
    if len(sizes) == 1:
        measure(int(sizes[0]))
        return
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.faq_speed", size], check=True)


def measure(size: int) -> None:
    """Builds an engine of so many articles (0: as many as there are) and prints what it costs."""
    library, _ = load(Path("data/faq"))
    articles = _as_many(library.articles, size or len(library.articles))
    texts = [question.text for question in read_questions(OWN, library.articles)] + [LONG]
    before = _resident()

    started = process_time()
    engine = Engine.build(articles, Synonyms.concepts_of(library.synonyms))
    first = process_time() - started
    held = _resident() - before
    started = process_time()
    engine = Engine.build(articles, Synonyms.concepts_of(library.synonyms))
    again = process_time() - started

    ours, bare = _times(engine.ask, texts), _times(_bare_lookup(articles), texts)
    print(f"{len(articles)} articles, {sum(len(a.variants) for a in articles)} variants")
    print(
        f"  build with dictionary {first:.2f} s, rebuild {again:.2f} s, {held:.0f} MB more ({_resident():.0f} in all)"
    )
    for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
        one, other = _quantile(ours, share), _quantile(bare, share)
        print(f"  {name} {1000 * one:.2f} ms, {one / other:.0f} times a bare dictionary lookup of the words")


def _as_many(articles: Sequence[Article], size: int) -> list[Article]:
    """The first articles, or all with copies whose words differ by a syllable."""
    rounds = range(-(-size // len(articles)))
    copies = [article if not n else _copy(article, n) for n in rounds for article in articles]
    return copies[:size]


def _copy(article: Article, number: int) -> Article:
    end = "бвгдж"[number % 5] + "а"
    variants = tuple(" ".join(word + end for word in words_of(text)) for text in article.variants)
    return replace(article, id=ArticleId(f"{article.id}-{number}"), title=article.title + end, variants=variants)


def _bare_lookup(articles: Sequence[Article]) -> Callable[[str], object]:
    """The least a search can do: cut the text into words and look each up."""
    having: dict[str, list[int]] = {}
    for at, article in enumerate(articles):
        for word in words_of(" ".join((article.title, *article.variants))):
            having.setdefault(word, []).append(at)
    return lambda text: [having.get(word) for word in words_of(text)]


def _times(search: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """The best of three for each text: the machine's other work is not ours."""
    return sorted(min(_time(search, text) for _ in range(3)) for text in texts)


def _time(search: Callable[[str], object], text: str) -> float:
    started = perf_counter()
    search(text)
    return perf_counter() - started


def _quantile(times: Sequence[float], share: float) -> float:
    return times[min(int(share * len(times)), len(times) - 1)]


def _resident() -> float:
    """Megabytes this process holds (Linux)."""
    return int(STATM.read_text(encoding="ascii").split()[1]) * PAGE / 1e6


if __name__ == "__main__":
    main()
