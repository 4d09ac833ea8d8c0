"""Says an answer and remembers it, so that «Нет, другое» and «сколько стоит» know what they lean on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.faq.article import Article, ArticleId
from bot.faq.last_answers import LastAnswer, LastAnswers, SaidPart
from bot.faq.live_faq import Found, LiveFaq
from bot.faq.search.reading import Before
from bot.faq.search.search import Decision
from bot.handlers.bot_info import BotInfo
from bot.handlers.talk import Talk
from bot.screens.faq import answers, failures, steps
from bot.screens.screen import Screen

MOST_PARTS = 3  # questions of one message that are answered at once
SIMILAR = 5
_LONGEST_QUESTION = 300  # signs of a question that a follow-up leans on


@dataclass(frozen=True, slots=True)
class Answering:
    """The answers of the FAQ as they are said in a talk."""

    live_faq: LiveFaq
    bot_info: BotInfo
    last_answers: LastAnswers

    def last(self, talk: Talk) -> LastAnswer:
        """What was answered here last, within half a day."""
        return self.last_answers.of(talk.conversation)

    def last_article(self, talk: Talk) -> Article | None:
        """The article of the last answer; None where there was none, or it is there no more."""
        id_ = self.last(talk).article
        return self.live_faq.library.article(id_) if id_ else None

    def search(self, talk: Talk, text: str, heard: Sequence[Sequence[str]] = ()) -> Found:
        """What is found for words; `heard` are the articles of each piece of them that was a question by itself."""
        whole = self.live_faq.search(text, self._before(talk))
        asked = self._articles(tuple(dict.fromkeys(articles[0] for articles in heard)))
        if not asked or whole.decision is Decision.ANSWER or (len(asked) == 1 and self._is_whole(text, asked[0])):
            return whole
        return self._of_pieces(heard[0], asked, whole)

    def _of_pieces(self, nearest: Sequence[str], asked: tuple[Article, ...], whole: Found) -> Found:
        """Several questions are answered in their order; one that is only a piece of the words, with others beneath."""
        if len(asked) > 1:
            return Found(Decision.ANSWER, asked[:1], whole.further, asked)
        articles = self._articles(nearest)
        return Found(Decision.LIKELY, articles[: answers.BENEATH + 1], articles[answers.BENEATH + 1 :])

    def _is_whole(self, text: str, article: Article) -> bool:
        """Whether what was heard is no piece but all of the words: then the engine's own decision stands."""
        hits = self.live_faq.engine.ask(text).hits
        return bool(hits) and hits[0].article == article.id

    async def found(self, talk: Talk, text: str, found: Found) -> None:
        """Says what a search has found for these words; nothing found is a failure of its own."""
        match found.decision:
            case Decision.ANSWER if len(found.parts) > 1:
                await self._several(talk, text, found)
            case Decision.ANSWER:
                await self.whole(talk, found.articles[0], text, _ids(found.further))
            case Decision.LIKELY if self._goes_on(talk, found.articles[0]):
                await self.rest(talk, found.articles[0], self.last(talk).said)
            case Decision.LIKELY:
                self._keep(talk, found.articles, found.further, SaidPart.SHORT, text)
                screen = answers.likely(found.articles[0], found.articles[1:])
                await talk.reply(self.bot_info.below_banners(screen, found.articles[0]))
            case Decision.SUGGEST:
                self._keep(talk, found.articles, found.further, SaidPart.NOTHING, text)
                await talk.reply(answers.suggestions(found.articles))
            case Decision.NONE:
                self._keep(
                    talk, (), (), SaidPart.NOTHING, text
                )  # «а в МФЦ?» leans on this question, on no older answer
                await talk.reply(self.nothing(talk))

    async def whole(
        self, talk: Talk, article: Article, question: str = "", further: Sequence[ArticleId] | None = None
    ) -> None:
        """The answer with its ways on; the title stands for the question where a button was pressed."""
        near = self.live_faq.near(article)
        ids = _ids(near) if further is None else further
        said = SaidPart.SHORT if talk.aloud else SaidPart.HEAD  # who listens hears the short answer first
        self._remember(talk, LastAnswer((article.id,), tuple(ids), said, question=question or article.title))
        brief = answers.brief(article, near, can_book=self.bot_info.can_book) if talk.aloud else None
        await talk.reply(self.bot_info.below_banners(brief, article) if brief else self.bot_info.answer(article, near))

    async def rest(self, talk: Talk, article: Article, after: str) -> None:
        """What stands behind «Подробнее»."""
        near = self.live_faq.near(article)
        before = self.last(talk) if self.last(talk).article == article.id else LastAnswer((article.id,), _ids(near))
        self._remember(talk, replace(before, said=SaidPart.ALL, question=""))
        await talk.reply(self.bot_info.rest_of(article, near, after))

    async def step(self, talk: Talk, article: Article, number: int) -> None:
        """One step of an answer by itself."""
        before = self.last(talk) if self.last(talk).article == article.id else LastAnswer((article.id,))
        said = SaidPart.HEAD if before.said is SaidPart.NOTHING else before.said
        self._remember(talk, replace(before, step=number, said=said, question=""))
        await talk.reply(steps.step(article, number, can_book=self.bot_info.can_book))

    async def which_list(self, talk: Talk, article: Article) -> None:
        """The lists of steps to choose from; «дальше» means the first step of the first."""
        self._remember(talk, replace(self.last(talk), step=0, question=""))
        await talk.reply(steps.which_list(article, can_book=self.bot_info.can_book))

    def restart_steps(self, talk: Talk) -> None:
        """From now on «дальше» means the first step of the last answer."""
        self._remember(talk, replace(self.last(talk), step=0, question=""))

    async def next_titles(self, talk: Talk, first: str) -> None:
        """The next five titles in place of a refused choice, or below a refused answer; a person where none is left."""
        last = self.last(talk)
        asked = bool(last.shown) and last.shown[0] == first
        titles = self._articles(last.further) if asked else self._near(first)
        if not titles:
            await talk.reply(self.nothing(talk, failures.LAST))
            return
        shown, further = titles[: answers.CHOICE], titles[answers.CHOICE :]
        was_choice = asked and last.said is SaidPart.NOTHING
        self._keep(talk, shown, further, SaidPart.NOTHING)
        screen = answers.suggestions(shown, again=True)
        await (talk.edit(screen) if was_choice else talk.reply(screen))

    def nothing(self, talk: Talk, at_least: int = 1) -> Screen:
        """What is said where nothing was found, by how often it has happened."""
        failure = max(self.last_answers.failed(talk.conversation), at_least)
        return failures.nothing_found(self.bot_info.region, can_ask=self.bot_info.can_ask, failure=failure)

    def not_shown(self, talk: Talk, article: Article) -> tuple[Article, ...]:
        """The neighbours of an article that have not been tried in this talk yet."""
        return tuple(one for one in self.live_faq.near(article) if one.id not in self.last(talk).shown)

    async def _several(self, talk: Talk, text: str, found: Found) -> None:
        """Each question in its order, in short; those beyond three are named."""
        now, later = found.parts[:MOST_PARTS], found.parts[MOST_PARTS:]
        self._keep(talk, now, later, SaidPart.SHORT, text)
        can_book = self.bot_info.can_book
        first, *others = [answers.brief(one, self.live_faq.related(one), can_book=can_book) for one in now]
        for screen in (self.bot_info.below_banners(first, *now), *others):
            await talk.reply(screen)
        if later:
            await talk.reply(answers.also_asked(later))

    def _keep(
        self, talk: Talk, shown: Sequence[Article], further: Sequence[Article], said: SaidPart, question: str = ""
    ) -> None:
        self._remember(talk, LastAnswer(_ids(shown), _ids(further), said, question=question))

    def _remember(self, talk: Talk, answer: LastAnswer) -> None:
        self.last_answers.keep(talk.conversation, replace(answer, question=answer.question[:_LONGEST_QUESTION]))

    def _before(self, talk: Talk) -> Before:
        last = self.last_answers.fresh(talk.conversation)
        article = self.live_faq.library.article(last.article) if last.article else None
        return Before(last.question, last.article, article.related if article else ())

    def _goes_on(self, talk: Talk, article: Article) -> bool:
        """Whether the answer was begun a moment ago, and what is asked for now stands in the rest of it."""
        last = self.last_answers.fresh(talk.conversation)
        return last.article == article.id and last.said is not SaidPart.ALL and answers.has_more(article, last.said)

    def _near(self, id_: str) -> tuple[Article, ...]:
        article = self.live_faq.library.article(id_)
        return self.live_faq.near(article) if article else ()

    def _articles(self, ids: Sequence[str]) -> tuple[Article, ...]:
        found = (self.live_faq.library.article(id_) for id_ in ids)
        return tuple(article for article in found if article)


def _ids(articles: Sequence[Article]) -> tuple[ArticleId, ...]:
    return tuple(article.id for article in articles)
