"""What the screens need to know of this bot: its region, how long texts are kept, whether a librarian can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.banner.banner import FRAUD
from bot.banner.banner_service import BannerService
from bot.clock import Clock
from bot.faq.article import Article
from bot.faq.live_faq import LiveFaq
from bot.faq.search.search import Decision
from bot.handlers.messenger import BotProfile, CommandAudience
from bot.people import Address
from bot.questions.service import QuestionService
from bot.region.live_region import LiveRegion
from bot.region.region import Region
from bot.screens.banner.shown import above, shown
from bot.screens.faq import answers
from bot.screens.home import home
from bot.screens.screen import Screen
from bot.staff.rights import Right
from bot.staff.roster import Roster


def audience_of(person: Address, roster: Roster) -> CommandAudience:
    """Whose commands this person is shown: those of the widest of their roles."""
    for right, audience in (
        (Right.ADMINISTER, CommandAudience.ADMIN),
        (Right.INVITE, CommandAudience.DISTRICT),
        (Right.WORK, CommandAudience.LIBRARIAN),
        (Right.FIGURES, CommandAudience.METHODIST),
    ):
        if roster.may(person, right):
            return audience
    return CommandAudience.CITIZEN


@dataclass(frozen=True, slots=True)
class BotInfo:
    """The facts about this bot, and the buttons under each answer."""

    regions: LiveRegion
    desk: QuestionService
    retention_days: int
    admins: frozenset[Address]
    profile: BotProfile
    can_book: bool  # whether consultations are offered here at all
    clock: Clock
    banners: BannerService
    zone: ZoneInfo

    @property
    def region(self) -> Region:
        """The region whose libraries this bot speaks for."""
        return self.regions.region

    @property
    def can_ask(self) -> bool:
        """Whether a librarian can be asked here."""
        return self.desk.is_open

    def is_admin(self, person: Address) -> bool:
        """Whether this person is an admin of the bot."""
        return person in self.admins

    async def show_commands(self, person: Address, chat: int, roster: Roster) -> None:
        """The commands of this person's role, in their private chat."""
        await self.profile.show_commands(chat, audience_of(person, roster))

    def welcome(self, *, before_answer: bool = False) -> Screen:
        """The welcome screen of /start, below what is important now; the answer after it may say that itself."""
        screen = home.welcome(self.region, can_book=self.can_book)
        return screen if before_answer else above(screen, self.banners.shown, self.zone)

    def below_banners(self, screen: Screen, *articles: Article) -> Screen:
        """The screen below what is important now for any of its articles."""
        banners = self.banners.shown
        return above(screen, [one for one in banners if any(map(one.concerns, articles))], self.zone)

    def with_fraud_news(self, screen: Screen) -> Screen:
        """The screen of what to do in a danger, with what is important now about fraud beneath it."""
        news = [one for one in self.banners.shown if one.scope == FRAUD]
        return replace(screen, text="\n\n".join((screen.text, *(shown(one, self.zone) for one in news))))

    def aside(self, live_faq: LiveFaq, text: str) -> Screen | None:
        """The answer to a question asked while other words were awaited; None where it is none."""
        found = live_faq.search(text)
        if found.decision is not Decision.ANSWER:
            return None
        return self.answer(found.articles[0], live_faq.related(found.articles[0]))

    def answer(self, article: Article, related: Sequence[Article]) -> Screen:
        """The screen of an answer with its buttons."""
        screen = answers.answer(article, related, can_book=self.can_book, is_overdue=self._is_overdue(article))
        return self.below_banners(screen, article)

    def rest_of(self, article: Article, related: Sequence[Article], after: str) -> Screen:
        """The screen of what an answer left out after what was said of it."""
        return answers.rest(article, related, after, can_book=self.can_book, is_overdue=self._is_overdue(article))

    def _is_overdue(self, article: Article) -> bool:
        return article.is_overdue(self.clock.now().date())
