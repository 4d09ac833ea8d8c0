"""Two hundred citizens at once at twenty places, each by the buttons of the chat, the Bot API over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.app.application import Application, application
from bot.centres.centre import CentreId
from bot.centres.editing import Editor
from bot.people import Address
from bot.sandbox import user_actions
from bot.sandbox.chat import Post
from bot.sandbox.events import Edited, Event, Posted
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.user_actions import ChatMember
from bot.screens.booking.actions import BookAsMe
from bot.screens.callback_data import pack
from bot.screens.time_codes import moment_code
from tests.over_http import NoonClock, running
from tests.stage import TOKEN, own_data, settings, the_acts, the_faq

CITIZENS, PLACES, DESKS = 200, 20, 2
LIBRARY = CentreId("pskov-pounb")
FIRST = 100_001
HOURS: dict[str, str | int] = {"hours": "Mo-Fr 10:00-15:00", "desks": DESKS, "minutes": 30, "notice_hours": 2}
TOMORROW = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)  # 10:00 in Pskov


class Crowd:
    """Everybody in his own chat; `said` is what the bot wrote or changed there since it was last asked."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.state = sandbox.state
        self.members = [ChatMember(person, self.state.find_chat(person.id)) for person in self.state.people.values()]
        self.said: dict[int, list[Post]] = {}
        self._arrived = asyncio.Event()
        self.state.notify = self._see

    def _see(self, event: Event) -> None:
        if isinstance(event, Posted | Edited) and event.post.sender == self.state.profile.id:
            self.said.setdefault(event.post.chat, []).append(event.post)
            self._arrived.set()

    async def all_do(
        self, action: Callable[[ChatMember], object], ended: Callable[[Post], bool]
    ) -> dict[int, list[Post]]:
        """What everybody was told until the last of them had what ends it."""
        self.said = {}
        for member in self.members:
            action(member)
        async with asyncio.timeout(120):
            while sum(ended(posts[-1]) for posts in self.said.values()) < len(self.members):
                self._arrived.clear()
                await self._arrived.wait()
        return self.said


def labels(post: Post) -> list[str]:
    rows = post.buttons["inline_keyboard"] if post.buttons else []
    return [button["text"] for row in rows for button in row]


def text(post: Post) -> str:
    return str(post.content.get("text", ""))


def decides(post: Post) -> bool:
    """The last message of a booking is its calendar file, of a refusal the other times."""
    return bool(labels(post)) or "document" in post.content


@asynccontextmanager
async def library(folder: Path) -> AsyncIterator[tuple[Crowd, Application]]:
    """Two desks, ten half hours a day."""
    clock = NoonClock()
    people = [Person(FIRST + number, f"p{number}", "Гость") for number in range(CITIZENS)]
    sandbox = Sandbox(token=TOKEN, clock=clock, people=people)
    data, zone = own_data(folder), ZoneInfo("Europe/Moscow")
    Editor(data, zone).change_centres({LIBRARY: {"consultations": HOURS | {"horizon_days": 30}}}, (), clock.now())
    await sandbox.start(port=0)
    chosen = settings(folder, bot_token=SecretStr(TOKEN), bot_api_url=sandbox.url)
    async with application(chosen, clock, live_faq=the_faq(), live_acts=the_acts()) as app, running(app):
        yield Crowd(sandbox), app
    await sandbox.stop()


async def test_twenty_get_a_place_and_the_others_other_times_and_nobody_an_error(tmp_path: Path) -> None:
    async with library(tmp_path) as (crowd, app):
        await crowd.all_do(lambda member: user_actions.start(crowd.state, member), lambda post: bool(text(post)))
        await crowd.all_do(lambda member: choose(crowd, member), lambda post: "Да, записать" in labels(post))
        told = await crowd.all_do(lambda member: confirm(crowd, member), decides)

        booked = {chat: posts for chat, posts in told.items() if any("Вы записаны" in text(post) for post in posts)}
        others = {chat: posts for chat, posts in told.items() if chat not in booked}
        lists = [await app.edge.dispatcher["booking"].bookings_of(Address("telegram", chat)) for chat in told]

    assert (len(booked), len(others)) == (PLACES, CITIZENS - PLACES)
    assert {len(posts) for posts in others.values()} == {1}
    assert all("уже заняли" in text(posts[0]) for posts in others.values())
    assert all(len([label for label in labels(posts[0]) if label[0] in "123"]) == 3 for posts in others.values())
    assert sorted(one.starts_at for ahead in lists for one in ahead) == sorted(map(place, range(PLACES)))
    assert [chat for chat, ahead in zip(told, lists, strict=True) if ahead] == [chat for chat in told if chat in booked]


def place(number: int) -> datetime:
    """Each half hour in turn, as often as there are desks and again."""
    return TOMORROW + timedelta(minutes=30 * (number % (PLACES // DESKS)))


def choose(crowd: Crowd, member: ChatMember) -> None:
    """Twenty people want each half hour."""
    action = BookAsMe("other", LIBRARY, moment_code(place(member.person.id - FIRST)))
    user_actions.press_data(crowd.state, member, 1, pack(action))


def confirm(crowd: Crowd, member: ChatMember) -> None:
    """The press that decides."""
    last = next(reversed(member.chat.posts.values()))
    row = next(number for number, buttons in enumerate(rows(last)) if buttons[0]["text"] == "Да, записать")
    user_actions.press(crowd.state, member, last.id, row, 0)


def rows(post: Post) -> list[list[dict[str, str]]]:
    return list(post.buttons["inline_keyboard"]) if post.buttons else []
