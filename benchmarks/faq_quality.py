"""How often the FAQ engine finds the right article, against simple searches and against itself without a part.

python -m benchmarks.faq_quality [QUESTIONS.jsonl …] [--covered SLUGS.json] [--ablation] [--leave-one-out]
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.faq_baselines import Search, full_text, nearest_wording
from benchmarks.faq_questions import DAMAGES, FRAMES, OWN, Question, read_questions
from bot.centres.places.place_names import read_place_words
from bot.faq.article import Article, ArticleId
from bot.faq.library import load
from bot.faq.search.decision import Decision
from bot.faq.search.features import Weights
from bot.faq.search.search import Engine
from bot.faq.search.synonyms import Synonyms
from bot.faq.search.text_cleaner import Cleaned, words_of

Sets = dict[str, list[Question]]


def main() -> None:
    options = _options()
    library, _ = load(Path("data/faq"))
    articles, synonyms = library.articles, Synonyms.concepts_of(library.synonyms)
    engine = Engine.build(articles, synonyms, places=read_place_words(Path("data")))
    covered = json.loads(options.covered.read_text(encoding="utf-8")) if options.covered else {}
    topics = {topic: ids["faqfacts"] if isinstance(ids, dict) else ids for topic, ids in covered.items()}
    sets = {"own": read_questions(OWN, articles)}
    sets |= {file.stem: read_questions(file, articles, topics) for file in options.questions}
    print(f"{len(articles)} articles; recall at 1 / at 3 in %, 95 % interval of the first")
    _compare({"our engine": _search(engine), **_baselines(articles, engine)}, sets)
    _decisions(engine, sets)
    _damage(engine, sets["own"])
    _framed(engine, sets["own"])
    if options.ablation:
        _compare(dict(_without_a_part(articles, synonyms)), sets)
    if options.leave_one_out:
        _leave_one_out(articles, synonyms)


def recall(search: Search, questions: Sequence[Question]) -> tuple[int, int, int]:
    """Questions with an answer, and how often it came first and among three."""
    asked = [(search(question.text), question.right) for question in questions if question.right]
    first = sum(bool(found) and found[0] in right for found, right in asked)
    return len(asked), first, sum(not right.isdisjoint(found[:3]) for found, right in asked)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", nargs="*", type=Path, help="JSON Lines with text and labels")
    parser.add_argument("--covered", type=Path, help="JSON: which article ids cover a topic")
    parser.add_argument("--ablation", action="store_true", help="leave out one part after another")
    parser.add_argument("--leave-one-out", action="store_true", help="ask each variant of an index that lacks it")
    return parser.parse_args()


def _search(engine: Engine) -> Search:
    return lambda text: [hit.article for hit in engine.ask(text).hits]


def _baselines(articles: Sequence[Article], engine: Engine) -> dict[str, Search]:
    return {
        "SQLite FTS5": full_text(articles),
        "RapidFuzz token_set": nearest_wording(articles),
        "RapidFuzz, cleaned": nearest_wording(articles, engine.clean),
    }


def _compare(searches: dict[str, Search], sets: Sets) -> None:
    for name, search in searches.items():
        figures = (f"{group} {_shares(*recall(search, questions))}" for group, questions in sets.items())
        print(f"{name:28}", "   ".join(figures), flush=True)


def _shares(count: int, first: int, three: int) -> str:
    low, high = _interval(first, count)
    return f"{100 * first / count:5.1f} / {100 * three / count:5.1f} ({low:.0f}-{high:.0f}, n={count})"


def _interval(hits: int, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, in per cent (E. B. Wilson, JASA 22, 1927)."""
    z, share = 1.96, hits / count
    middle = share + z * z / (2 * count)
    spread = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 100 / (1 + z * z / count)
    return (middle - spread) * scale, (middle + spread) * scale


def _decisions(engine: Engine, sets: Sets) -> None:
    print("\nanswer right / answer wrong / suggested with it among three / none, in %")
    for group, questions in sets.items():
        kinds = dict.fromkeys("in scope" if question.right else question.kind for question in questions)
        for kind in kinds:
            chosen = [q for q in questions if ("in scope" if q.right else q.kind) == kind]
            fates = Counter(_fate(engine, question) for question in chosen)
            row = " / ".join(f"{100 * fates[fate] / len(chosen):.1f}" for fate in ("right", "wrong", "among", "none"))
            print(f"{group:28} {kind:10} {row} (n={len(chosen)})")


def _fate(engine: Engine, question: Question) -> str:
    finding = engine.ask(question.text)
    found = [hit.article for hit in finding.hits]
    match finding.decision:
        case Decision.ANSWER:
            return "right" if found[0] in question.right else "wrong"
        case Decision.SUGGEST | Decision.LIKELY:
            return "lacking" if question.right.isdisjoint(found[:3]) else "among"
        case Decision.NONE:
            return "none"


def _damage(engine: Engine, own: Sequence[Question]) -> None:
    clean = [q for q in own if q.kind in {"plain", "colloquial"}]
    print(f"\nown clean messages damaged by program: clean {_shares(*recall(_search(engine), clean))}")
    for name, damage in DAMAGES.items():
        hurt = [replace(q, text=damage(q.text, Random(q.text))) for q in clean]
        print(f"{name:28} {_shares(*recall(_search(engine), hurt))}")


def _framed(engine: Engine, own: Sequence[Question]) -> None:
    clean = [q for q in own if q.kind in {"plain", "colloquial"}]
    print("\nwith words that ask nothing: recall at 1 / at 3; answered / of these wrong / none, in %")
    for name, frame in FRAMES.items():
        framed = [replace(q, text=frame.format(q.text)) for q in clean]
        fates = Counter(_fate(engine, question) for question in framed)
        shares = (fates["right"] + fates["wrong"], fates["wrong"], fates["none"])
        row = " / ".join(f"{100 * share / len(framed):4.1f}" for share in shares)
        print(f"{name:28} {_shares(*recall(_search(engine), framed))}  {row}")


def _without_a_part(articles: Sequence[Article], synonyms: Synonyms) -> Iterator[tuple[str, Search]]:
    print("\nwithout a part")
    engine = Engine.build(articles, synonyms)
    bare = [replace(article, variants=()) for article in articles]
    without: dict[str, Callable[[], Engine]] = {
        "variants": lambda: Engine.build(bare, synonyms),
        "synonyms": lambda: Engine.build(articles, Synonyms.concepts_of({})),
        "cleaner": lambda: replace(engine, clean=lambda text: Cleaned(tuple(words_of(text)))),
        "wordings": lambda: replace(engine, wordings={}),
    }
    yield "nothing left out", _search(engine)
    for part, build in without.items():
        yield part, _search(build())
    for part in ("lemma", "notion", "turn", "generic", "pair", "piece", "tags", "body", "unsaid"):
        yield part, _search(Engine.build(articles, synonyms, replace(Weights(), **{part: 0.0})))


def _leave_one_out(articles: Sequence[Article], synonyms: Synonyms) -> None:
    """Every tenth variant of each article is taken out, the rest is indexed, and so ten times over."""
    pairs: Counter[tuple[ArticleId, ArticleId]] = Counter()
    asked: list[tuple[list[ArticleId], Question]] = []
    for fold in range(10):
        kept = [replace(a, variants=tuple(v for n, v in enumerate(a.variants) if n % 10 != fold)) for a in articles]
        search = _search(Engine.build(kept, synonyms))
        left = [Question(v, frozenset({a.id})) for a in articles for n, v in enumerate(a.variants) if n % 10 == fold]
        asked += [(search(question.text), question) for question in left]
    pairs.update((next(iter(q.right)), found[0]) for found, q in asked if found and found[0] not in q.right)
    first = sum(bool(found) and found[0] in q.right for found, q in asked)
    three = sum(not q.right.isdisjoint(found[:3]) for found, q in asked)
    print(f"\nvariants left out of the index: {_shares(len(asked), first, three)}")
    for (right, taken), count in pairs.most_common(40):
        print(f"  {count} × {right} → {taken}")


if __name__ == "__main__":
    main()
