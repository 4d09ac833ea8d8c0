"""The engine: from a message to the articles that answer it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.faq.article import Article, ArticleId
from bot.faq.search import follow_up
from bot.faq.search.decision import Decision, confidence
from bot.faq.search.explanation import Explanation, Reason
from bot.faq.search.features import FeatureReader, Features, Weights
from bot.faq.search.framing import Framing, framing_words
from bot.faq.search.index import Index, Indexed
from bot.faq.search.question_forms import TURNS
from bot.faq.search.questions import gist_of, questions_of
from bot.faq.search.reading import NOTHING_BEFORE, NOTHING_FOUND, ArticleHit, Before, Finding, SearchReading
from bot.faq.search.restraint import doubt_about
from bot.faq.search.spelling import Speller
from bot.faq.search.synonyms import Synonyms
from bot.faq.search.text_cleaner import Cleaned, TextCleaner, words_of
from bot.faq.search.wordings import wording_key, wordings_of, words_of_article
from bot.russian.morphology import russian

__all__ = ["ArticleHit", "Decision", "Engine", "Finding", "SearchReading"]

MOST_HITS = 10
EXPLAINED = 3  # articles
EVIDENCE = 8  # features an article
MANY = 3  # questions of one message beside which the whole tells nothing
TELLING = 3  # words from which a question stands without the circumstances beside it


@dataclass(frozen=True, slots=True)
class Engine:
    """An immutable index of all articles; a changed FAQ gets a new engine."""

    articles: tuple[Article, ...]
    clean: Callable[[str], Cleaned]
    reader: FeatureReader
    index: Index
    known: frozenset[str]  # dictionary forms the FAQ uses
    wordings: Mapping[tuple[str, ...], int]  # titles and variants word for word
    framing: Framing
    asked: Mapping[ArticleId, frozenset[str]]  # the words and notions of the questions of an article

    @classmethod
    def build(
        cls,
        articles: Iterable[Article],
        synonyms: Synonyms,
        weights: Weights | None = None,
        places: frozenset[str] = frozenset(),
    ) -> "Engine":
        """Some 0.3 s of computing for 200 articles: call it in a thread. `places`: names that are nothing strange."""
        found = tuple(articles)
        weights = weights or Weights()
        reader = FeatureReader(russian(), synonyms, Synonyms.concepts_of(TURNS), weights)
        words = Counter(word for article in found for word in words_of_article(article))
        words.update(synonyms.words)
        words.update(framing_words())
        return cls(
            found,
            TextCleaner(Speller(words + Counter(places)), russian()).clean,
            reader,
            Index([_indexed(article, reader) for article in found], weights.unsaid),
            frozenset(lemma for word in words for lemma in russian().lemmas(word)),
            wordings_of(found),
            Framing(places),
            {article.id: _asked(article, reader) for article in found},
        )

    def ask(self, text: str, before: Before = NOTHING_BEFORE) -> Finding:
        """The articles nearest to a message and whether to trust them; a short one may lean on the question before."""
        text = gist_of(text)
        whole = self.read(text)
        if before.question and (
            follow_up.is_elliptical(whole) or (follow_up.may_lean(whole) and not self._strange(whole.words))
        ):
            return self._after(whole, before)
        if whole.decision is Decision.NONE and (asked := follow_up.asked_beside(text, self.read)):
            return asked
        if whole.decision is Decision.NONE and before.question and follow_up.goes_on(whole):
            return follow_up.of_question_before(self._after(whole, before), before, self.read)
        if not whole.hits:
            return NOTHING_FOUND
        parts, top = self._parts(text), whole.hits[0].article
        if not parts or (len(parts) < MANY and top not in parts):
            return Finding(whole.decision, whole.hits)
        return Finding(Decision.ANSWER, _first(top if top in parts else parts[0], whole.hits), parts)

    def _after(self, whole: SearchReading, before: Before) -> Finding:
        words = (*self.read(before.question).words, *whole.cleaned.words)
        hits = follow_up.merged(whole.hits, self._heard(whole.cleaned, words, ()).hits, before)[:MOST_HITS]
        return Finding(follow_up.decide_after(hits), hits)

    def owner_of(self, wording: str) -> ArticleId | None:
        """The one article that has these words, in any order and form, as its title or a variant."""
        at = self.wordings.get(wording_key(words_of(wording)))
        return None if at is None else self.articles[at].id

    def explain(self, text: str) -> Explanation:
        """How a message was read, what brought the first articles up and what was decided."""
        reading = self.read(text)
        return Explanation(
            reading.cleaned,
            tuple(self._strange(reading.words)),
            tuple(self._reason(hit, reading.features) for hit in reading.hits[:EXPLAINED]),
            reading.confidence,
            reading.lead,
            reading.decision,
        )

    def read(self, text: str) -> SearchReading:
        """A message with all that the decision rests on."""
        cleaned = self.clean(text)
        words = self.framing.without_courtesy(cleaned.words)
        whole = self._heard(cleaned, words, cleaned.words)
        rest = self.framing.without_circumstances(words)
        if rest == words or (whole.hits and whole.hits[0].score == 1.0):  # the wording of an article has both
            return whole
        bare = self._heard(cleaned, rest, rest)
        if bare.decision is Decision.NONE and len(rest) < TELLING:
            return replace(whole, lead=0.0)  # «я инвалид, что положено»: to choose from, never sure
        return bare

    def _heard(self, cleaned: Cleaned, words: Sequence[str], said: Sequence[str]) -> SearchReading:
        """The articles for some words of a message; `said` are those that may be a wording too."""
        features = self.reader.features(words)
        hits = self._hits((words, said), features)
        lead = hits[0].score - (hits[1].score if len(hits) > 1 else 0.0) if hits else 0.0
        best = hits[0].score if hits else 0.0
        strange = len(self._strange(words)) / max(len(words), 1)
        sure = confidence(best, strange, len(words))
        doubt = self._doubt(words, hits[0]) if hits and best < 1.0 else ""
        return SearchReading(cleaned, features, hits, sure, lead, tuple(words), doubt)

    def _doubt(self, words: Sequence[str], nearest: ArticleHit) -> str:
        """Why not to answer with the nearest article at once."""
        named = self.reader.names(words)
        return doubt_about(words, named, self.asked[nearest.article])

    def _hits(self, wordings: Iterable[Sequence[str]], features: Features) -> tuple[ArticleHit, ...]:
        found = self.index.nearest(features, MOST_HITS)
        same = next((at for words in wordings if (at := self.wordings.get(wording_key(words))) is not None), None)
        if same is not None:
            found = [(same, 1.0), *((at, score) for at, score in found if at != same)]
        return tuple(ArticleHit(self.articles[at].id, score) for at, score in found[:MOST_HITS] if score > 0)

    def _strange(self, words: Sequence[str]) -> list[str]:
        """The good Russian words that no article uses and that are no name of a place."""
        morphology, places = self.reader.morphology, self.framing.named_places(words)
        unheard = (word for word in words if word not in places and self.known.isdisjoint(morphology.lemmas(word)))
        return [word for word in unheard if morphology.knows(word)]

    def _reason(self, hit: ArticleHit, features: Features) -> Reason:
        at = next(at for at, article in enumerate(self.articles) if article.id == hit.article)
        article = self.articles[at]
        wording = max((article.title, *article.variants), key=lambda text: self._closeness(text, features))
        evidence = tuple(self.index.evidence(features, at)[:EVIDENCE])
        return Reason(article.id, hit.score, evidence, wording)

    def _closeness(self, wording: str, features: Features) -> float:
        ours, theirs = self.index.unit(features), self.index.unit(self.reader.features(words_of(wording)))
        return sum(weight * theirs.get(feature, 0.0) for feature, weight in ours.items())

    def _parts(self, text: str) -> tuple[ArticleId, ...]:
        """The answers to the questions of a message in their order, where it asks several."""
        questions = [one for one in questions_of(text) if not self.framing.is_all(self.clean(one.text).words)]
        if len(questions) < 2:
            return ()
        found = [(self.read(one.text), one.asks) for one in questions]
        sure = [
            reading.hits[0].article
            for reading, asks in found
            if reading.decision is Decision.ANSWER or (asks and reading.decision is Decision.LIKELY)
        ]
        return answers if len(answers := tuple(dict.fromkeys(sure))) > 1 else ()


def _first(article: ArticleId, hits: Sequence[ArticleHit]) -> tuple[ArticleHit, ...]:
    """The hits with that article before all others."""
    score = hits[0].score
    return ArticleHit(article, score), *(hit for hit in hits if hit.article != article)


def _asked(article: Article, reader: FeatureReader) -> frozenset[str]:
    """The words and notions that two of the article's questions speak of, or its title or tags."""
    said = Counter(name for text in article.variants for name in frozenset().union(*reader.names(words_of(text))))
    told = words_of(" ".join((article.title, *article.tags)))
    return frozenset(name for name, count in said.items() if count > 1).union(*reader.names(told))


def _indexed(article: Article, reader: FeatureReader) -> Indexed:
    weights = reader.weights
    questions = ((weights.title, article.title), *((1.0, variant) for variant in article.variants))
    return Indexed(
        [(count, reader.features(words_of(text))) for count, text in questions],
        (weights.tags, reader.features(words_of(" ".join(article.tags)))),
        (weights.body, reader.features(words_of(article.body, limit=None))),
    )
