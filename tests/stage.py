"""A straight stage: real updates into the real dispatcher, an honest small Telegram at the other end of the line."""

import asyncio
import html
import re
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import gettempdir
from typing import Any, ClassVar

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessages,
    EditMessageReplyMarkup,
    EditMessageText,
    GetChatMember,
    GetMe,
    SendContact,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    TelegramMethod,
)
from aiogram.types import (
    Chat,
    ChatMemberMember,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    MessageId,
    ReplyKeyboardMarkup,
    User,
)
from pydantic import SecretStr

from bot.app.application import Application, application
from bot.app.channel import TELEGRAM
from bot.app.sandbox_setup import open_demo_booking
from bot.centres.places.place_names import read_place_words
from bot.datafiles.program_print import program_print
from bot.faq.live_faq import LiveFaq
from bot.outbox.rate_limiter import RateLimits
from bot.people import Address
from bot.sandbox.people import DESK_ID
from bot.settings import Settings
from bot.understanding.act_files.live_acts import LiveActs
from tests.dialogue import DESK, Shown
from tests.followed import unfollowed
from tests.hand_clock import NOON, HandClock

IDS = {"anna": 1001, "boris": 1002, "vera": 2001, "gleb": 3001}
NAMES = {"anna": "Анна Петровна", "boris": "Борис", "vera": "Вера", "gleb": "Глеб"}
BOT = {"id": 42, "is_bot": True, "first_name": "БиблиоГос"}
TOKEN = "42:test-token-that-opens-nothing"
DATA = Path("data")

# A dialogue says in a moment what takes people minutes: its notices are not to wait for its answers.
UNLIMITED = replace(TELEGRAM, limits=RateLimits(in_all=(10**6, 1.0), in_a_chat=(10**6, 1.0), in_a_group=(10**6, 1.0)))

Json = dict[str, Any]
ODD: dict[str, Json] = {
    "голосовое": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
    "стикер": {
        "sticker": {
            "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
            "is_animated": False, "is_video": False,
        }
    },
    "фото": {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]},
    "файл": {"document": {"file_id": "d", "file_unique_id": "d"}},
    "место": {"location": {"latitude": 57.8, "longitude": 28.3}},
    "контакт": {"contact": {"phone_number": "+79110000000", "first_name": "Пётр"}},
}  # fmt: skip


ACTS_LEARNED = Path(gettempdir()) / f"bibliogos-acts-{program_print()[:16]}.npz"


@cache
def the_faq() -> LiveFaq:
    """The real answers, indexed once for all tests that only read them."""
    with unfollowed():
        return LiveFaq(DATA / "faq", read_place_words(DATA))


@cache
def the_acts() -> LiveActs:
    """The real acts with their learned weights, which all runs of the tests share."""
    with unfollowed():
        acts = LiveActs(DATA, the_faq(), ACTS_LEARNED)
        acts.learn()
        return acts


def own_data(folder: Path) -> Path:
    """A copy of the files that the bot may rewrite; answers are read from the_faq."""
    copy = folder / "data"
    if not copy.exists():
        copy.mkdir()
        for file in DATA.glob("*.*"):
            (copy / file.name).write_bytes(file.read_bytes())
    return copy


def own_answers(data: Path) -> Path:
    """A copy of the answers beside the other files of a data folder."""
    if not (data / "faq").exists():
        copytree(DATA / "faq", data / "faq")
    return data / "faq"


def settings(folder: Path, **given: Any) -> Settings:
    base: Json = {
        "bot_token": SecretStr(TOKEN),
        "database": folder / "bot.sqlite3",
        "data_dir": own_data(folder),
        "admins": frozenset({IDS["vera"], IDS["gleb"]}),
        "statistics_key": SecretStr("a key for tests"),
    }
    return Settings.model_validate(base | given)


class Wire(BaseSession):
    """Keeps what was sent, gives numbers to messages, refuses what Telegram would refuse of an edit."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[TelegramMethod[Any]] = []
        self.inbox: dict[int, deque[Shown]] = defaultdict(deque)
        self.changes: dict[int, deque[Shown]] = defaultdict(deque)
        self.buttons: dict[int, dict[str, tuple[int, str]]] = defaultdict(dict)  # chat → label → (message, data)
        self.bare: set[tuple[int, int]] = set()  # chat and message that lost its buttons
        self.toast = ""
        self.failing: Exception | None = None
        self.refused: dict[int, Exception] = {}  # by the chat that takes no messages
        self.at_desk = {IDS["vera"], IDS["gleb"]}  # who sits in the group
        self.failing_edit: Exception | None = None
        self.too_late = False  # for acknowledging presses
        self.slow = 0.0  # seconds that sending takes
        self.fussy = False  # whether marks in a text are not understood
        self._texts: dict[tuple[int, int], str] = {}
        self.places: dict[tuple[int, int], int] = {}  # the topic of a message of the bot
        self.deleted: set[int] = set()  # messages that their authors have taken away
        self.last = 100
        self.topics: dict[int, str] = {}  # of the group at the desk, by their numbers
        self.topic_refusals: dict[int, str] = {}  # what Telegram says of those where the bot may not write
        self.kinds: dict[int, str] = {}  # what people have sent, by the message

    async def make_request(  # noqa: C901 - one case for each method
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> Any:
        self._fail_if_told(method)
        self.calls.append(method)
        await asyncio.sleep(self.slow if isinstance(method, SendMessage) else 0)
        match method:
            case GetMe():
                return User(id=42, is_bot=True, first_name="БиблиоГос", username="bibliogos_bot")
            case SendMessage(chat_id=int(chat)):
                return self._sent(chat, method)
            case EditMessageText(chat_id=int(chat), message_id=int(number)):
                if self._texts.get((chat, number)) == method.text:
                    raise TelegramBadRequest(method, "Bad Request: message is not modified")
                return self._shown(chat, number, method.text or "", method.reply_markup, self.changes)
            case EditMessageReplyMarkup(chat_id=int(chat), message_id=int(number), reply_markup=None):
                self.bare.add((chat, number))
            case GetChatMember(user_id=user):
                return self._member(method, user)
            case CopyMessages():
                kept = [number for number in method.message_ids if number not in self.deleted]
                self.inbox[int(method.chat_id)].extend(Shown(f"[{self.kinds.get(one, 'фото')}]") for one in kept)
                if not kept:
                    raise TelegramBadRequest(method, "Bad Request: message to copy not found")
                return [MessageId(message_id=self._copied(int(method.chat_id), one)) for one in kept]
            case SendVenue() | SendContact() | SendDocument() | SendPhoto():
                self.inbox[int(method.chat_id)].append(Shown(_attached(method)))
            case AnswerCallbackQuery():
                self._acknowledge(method)
            case _:
                pass  # typing, commands and the rest show nothing in the chat
        return True

    def _sent(self, chat: int, method: SendMessage) -> Message | Json:
        self.last += 1
        self.places[chat, self.last] = method.message_thread_id or 0
        sent = self._shown(chat, self.last, method.text or "", method.reply_markup, self.inbox)
        return sent if method.__returning__ is Message else {"message_id": self.last}

    def _copied(self, chat: int, number: int) -> int:
        self.last += 1
        self._texts[chat, self.last] = f"[{self.kinds.get(number, 'фото')}]"
        return self.last

    def _fail_if_told(self, method: TelegramMethod[Any]) -> None:
        if self.fussy and isinstance(method, SendMessage | EditMessageText) and method.parse_mode is not None:
            reason = "Bad Request: can't parse entities: unsupported start tag"
            raise TelegramBadRequest(SendMessage(chat_id=1, text=""), reason)
        if self.failing and isinstance(method, SendMessage):
            raise self.failing
        if isinstance(method, SendMessage) and (refusal := self.refused.get(int(method.chat_id))):
            raise refusal
        topic = getattr(method, "message_thread_id", None) or 0
        in_group = getattr(method, "chat_id", None) == DESK_ID and hasattr(method, "message_thread_id")
        if in_group and (refused := self.topic_refusals.get(topic)):
            raise TelegramBadRequest(SendMessage(chat_id=1, text=""), f"Bad Request: {refused}")
        if self.failing_edit and isinstance(method, EditMessageText):
            raise self.failing_edit

    def _member(self, method: GetChatMember, user: int) -> ChatMemberMember:
        if self.failing:
            raise self.failing
        if user not in self.at_desk:
            raise TelegramBadRequest(method, "Bad Request: member not found")
        return ChatMemberMember(status=ChatMemberStatus.MEMBER, user=User(id=user, is_bot=False, first_name="…"))

    def _acknowledge(self, method: AnswerCallbackQuery) -> None:
        if self.too_late:
            raise TelegramBadRequest(method, "Bad Request: query is too old and response timeout expired")
        self.toast = method.text or ""

    def _shown(self, chat: int, number: int, text: str, markup: object, box: dict[int, deque[Shown]]) -> Message:
        labels: tuple[str, ...] = ()
        menu: tuple[str, ...] = ()
        match markup:
            case InlineKeyboardMarkup(inline_keyboard=rows):
                labels = tuple(button.text for row in rows for button in row)
                self.buttons[chat] |= {
                    button.text: (number, button.callback_data)
                    for row in rows
                    for button in row
                    if button.callback_data
                }
            case ReplyKeyboardMarkup(keyboard=keys):
                menu = tuple(button.text for row in keys for button in row)
            case _:
                pass
        self._texts[chat, number] = text
        topic = self.topics.get(self.places.get((chat, number), 0), "")
        box[chat].append(Shown(visible(text), labels, menu, topic))
        return Message(message_id=number, date=NOON, chat=Chat(id=chat, type="private"), text=text)

    def last_with(self, chat: int, words: str) -> tuple[int, str]:
        """The number and the text of the last message of a chat that has these words in it."""
        found = [(number, text) for (place, number), text in self._texts.items() if place == chat]
        said = [(number, visible(text)) for number, text in found if words in visible(text)]
        assert said, f"в чате нет сообщения со словами «{words}»"
        return max(said)

    async def close(self) -> None:
        return None

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""


def _attached(method: SendVenue | SendContact | SendDocument | SendPhoto) -> str:
    match method:
        case SendVenue():
            return f"[точка] {method.title}"
        case SendContact():
            return f"[контакт] {method.first_name}"
        case SendDocument(document=InputFile(filename=name)):
            return f"[файл] {name}"
        case SendPhoto(caption=words):
            return f"[картинка] {words}"
        case _:
            raise AssertionError(method)


def visible(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


class StraightStage:
    """Plays people by updates; after each, the delivery worker delivers what has become due."""

    _numbers: ClassVar[dict[Path, int]] = {}

    def __init__(
        self,
        folder: Path,
        *,
        live_faq: LiveFaq | None = None,
        strangers: Collection[str] = (),
        own_answers: bool = False,
        **given: Any,
    ) -> None:
        """`strangers` of the staff have never pressed «Начать»; `own_answers` are a copy that may be written to."""
        self.clock = HandClock()
        self._reference = live_faq
        self.wire = Wire()
        self._settings = settings(folder, **given)
        self._own_answers = own_answers
        self._stack = AsyncExitStack()
        self._mine: dict[str, int] = {}
        self._albums = 0
        self._topic: int | None = None  # in which those at the desk write
        self._started = {"vera", "gleb"}.difference(strangers)
        self.app: Application
        for person in strangers:
            self.wire.refused[IDS[person]] = _forbidden("bot can't initiate conversation with a user")

    async def open(self) -> None:
        faq, acts = (self._reference, None) if self._reference else (the_faq(), the_acts())
        if self._own_answers:
            faq = LiveFaq(own_answers(self._settings.data_dir), read_place_words(DATA))
            acts = LiveActs(self._settings.data_dir, faq, ACTS_LEARNED, shipped=DATA)
        parts = application(self._settings, self.clock, self.wire, faq, UNLIMITED, acts)
        self.app = await self._stack.enter_async_context(parts)
        for person in self._started:
            await self.app.services.staff.reachability.heard(Address("telegram", IDS[person]))

    async def close(self) -> None:
        await self._stack.aclose()

    async def restart(self) -> None:
        await self.close()
        await self.open()

    async def block(self, person: str, *, on: bool) -> None:
        if on:
            self.wire.refused[IDS[person]] = _forbidden("bot was blocked by the user")
        else:
            del self.wire.refused[IDS[person]]
        await self._membership(person, *(("member", "kicked") if on else ("kicked", "member")))

    async def enter_topic(self, person: str, name: str) -> None:
        if name and name not in self.wire.topics.values():
            self.wire.last += 1
            self.wire.topics[self.wire.last] = name
        self._topic = next((number for number, known in self.wire.topics.items() if known == name), None)

    async def end_topic(self, name: str, *, delete: bool) -> None:
        number = next(number for number, known in self.wire.topics.items() if known == name)
        self.wire.topic_refusals[number] = "message thread not found" if delete else "TOPIC_CLOSED"

    async def mute_group(self) -> None:
        reason = "Bad Request: not enough rights to send text messages to the chat"
        self.wire.refused[DESK_ID] = TelegramBadRequest(SendMessage(chat_id=1, text=""), reason)

    async def start(self, person: str) -> None:
        """«Начать», for the first time."""
        del self.wire.refused[IDS[person]]
        self._started.add(person)
        await self.say(person, "/start")

    async def _membership(self, person: str, before: str, after: str) -> None:
        change = {"chat": self._chat(person), "from": self._user(person), "date": 1}
        old, new = ({"status": status, "user": BOT} | _until(status) for status in (before, after))
        await self.feed(my_chat_member=change | {"old_chat_member": old, "new_chat_member": new})

    async def say(self, person: str, text: str) -> None:
        self.wire.last += 1
        self._mine[person] = self.wire.last
        await self.feed(message=self.message(person, text=text))

    async def reply(self, person: str, to: str, text: str) -> None:
        self.wire.last += 1
        self._mine[person] = self.wire.last
        number, words = self.wire.last_with(_place(person), to)
        shown: dict[str, Any] = ODD[to.strip("[]")] if to.startswith("[") else {"text": words}
        answered = self.message(person, **shown) | {"message_id": number, "from": BOT}
        await self.feed(message=self.message(person, text=text, reply_to_message=answered))

    async def correct(self, person: str, text: str) -> None:
        await self.feed(edited_message=self.message(person, text=text) | {"message_id": self._mine[person]})

    async def send(self, person: str, kind: str, caption: str = "") -> None:
        if kind.startswith("альбом"):
            await self._send_album(person, int(kind.removeprefix("альбом ")), caption)
            return
        self.wire.last += 1
        self.wire.kinds[self.wire.last] = kind
        await self.feed(message=self.message(person, **ODD[kind], **({"caption": caption} if caption else {})))

    async def _send_album(self, person: str, pictures: int, caption: str) -> None:
        self._albums += 1
        numbers = range(self.wire.last + 1, self.wire.last + 1 + pictures)
        self.wire.last += pictures
        for at, number in enumerate(numbers):
            words = {"caption": caption} if caption and at == 0 else {}
            album = self.message(person, **ODD["фото"], **words, media_group_id=f"album {self._albums}")
            await self.feed(message=album | {"message_id": number})

    async def press(self, person: str, label: str) -> str:
        number, data = self.wire.buttons[_place(person)][label]
        assert (_place(person), number) not in self.wire.bare, f"у этого сообщения кнопок уже нет: {label}"
        return await self.press_data(person, data, number)

    async def press_data(self, person: str, data: str, number: int = 1) -> str:
        self.wire.toast = ""
        user = self._user(person)
        topic = _in_topic(self.wire.places.get((_place(person), number)))
        pressed = {"message_id": number, "date": 1, "chat": self._chat(person), "text": "…", **topic}
        press = f"press-{self._numbers.get(self._settings.database, 0)}"
        query = {"id": press, "from": user, "chat_instance": "1", "data": data, "message": pressed}
        await self.feed(callback_query=query)
        return self.wire.toast

    async def next(self, person: str) -> Shown:
        assert self.wire.inbox[_place(person)], "бот ничего не написал"
        return self.wire.inbox[_place(person)].popleft()

    async def next_change(self, person: str) -> Shown:
        assert self.wire.changes[_place(person)], "бот ничего не изменил"
        return self.wire.changes[_place(person)].popleft()

    async def silence(self) -> None:
        left = [shown for box in (self.wire.inbox, self.wire.changes) for shown in box.values() if shown]
        assert not left, f"бот сказал ещё: {left}"

    async def pass_time(self, by: timedelta) -> None:
        self.clock.advance(by)
        await self.app.edge.delivery_worker.deliver_due()
        for rows in self.app.stores.behind:
            await rows.flush()

    async def ring(self) -> None:
        await self.app.alarm.run_all_now()
        await self.app.edge.delivery_worker.deliver_due()

    async def open_booking(self) -> None:
        vera, gleb = Address("telegram", IDS["vera"]), Address("telegram", IDS["gleb"])
        await open_demo_booking(self.app, self._settings.data_dir, vera, gleb)
        await self.app.edge.delivery_worker.deliver_due()
        self.wire.inbox[IDS["gleb"]].popleft()  # that Вера has come

    async def feed(self, **body: Json) -> None:
        # On one database the numbers go on: a known one would be taken for an update delivered again.
        number = self._numbers[self._settings.database] = self._numbers.get(self._settings.database, 0) + 1
        await self.app.edge.intake.accept({"update_id": number, **body})
        await self.app.edge.delivery_worker.deliver_due()

    def message(self, person: str, **content: Any) -> Json:
        return {
            "message_id": self.wire.last,
            "date": int(self.clock.now().timestamp()),
            "chat": self._chat(person),
            "from": self._user(person),
            **(_in_topic(self._topic) if person.endswith(DESK) else {}),
            **content,
        }

    @staticmethod
    def _user(person: str) -> Json:
        person = person.removesuffix(DESK)
        return {"id": IDS[person], "is_bot": False, "first_name": NAMES[person]}

    @staticmethod
    def _chat(person: str) -> Json:
        if person.endswith(DESK):
            return {"id": DESK_ID, "type": "supergroup", "title": "Стол библиотеки", "is_forum": True}
        return {"id": IDS[person], "type": "private", "first_name": NAMES[person]}


def _in_topic(number: int | None) -> Json:
    return {"message_thread_id": number, "is_topic_message": True} if number else {}


def _until(status: str) -> Json:
    return {"until_date": 0} if status == "kicked" else {}


def _forbidden(reason: str) -> TelegramForbiddenError:
    return TelegramForbiddenError(SendMessage(chat_id=1, text=""), f"Forbidden: {reason}")


def _place(person: str) -> int:
    """The chat in which somebody sits: his own with the bot, or the group at the desk."""
    return DESK_ID if person.endswith(DESK) else IDS[person]


@asynccontextmanager
async def straight_stage(folder: Path, **given: Any) -> AsyncIterator[StraightStage]:
    stage = StraightStage(folder, **given)
    await stage.open()
    try:
        yield stage
    finally:
        await stage.close()
