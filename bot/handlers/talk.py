"""One moment of one conversation: who wrote where, and how to answer."""

from dataclasses import dataclass, field, replace

from bot.dialog_state import Conversation, DialogStore, Prompt, TypedOptions
from bot.handlers.messenger import MessageId, Messenger
from bot.inbox.request_key import RequestKey
from bot.people import Address
from bot.screens.screen import Screen
from bot.screens.screen_reader import numbered_aloud
from bot.screens.toast import first_of, fits_toast, toast_of
from bot.screens.typed_answers import by_assent, offered, without_assent

_WAY_OUT = "Передумали — напишите «отмена»."
_STANDS = "Показанное выше остаётся в силе: «да» или «нет». Передумали — напишите «отмена»."


@dataclass(slots=True)
class Talk:
    """Handlers answer through it and never see the messenger itself."""

    person: Address
    conversation: Conversation
    messenger: Messenger
    awaited: DialogStore
    name: str = ""  # as the person is called in the messenger, not yet made safe to show
    chat_title: str = ""  # of a group, not yet made safe either
    event: str = ""  # names the update that is answered; the same where it is delivered again
    button: str = ""  # names the button that was pressed, with its message
    pressed: MessageId | None = None  # the message whose button was pressed
    said: MessageId | None = None  # the message that is answered
    reply_to: MessageId | None = None  # the same in a group, where the answer points to it
    in_group: bool = False  # others read along
    forum_topic: int | None = None  # of the group, where it has topics and this was said in one
    aloud: bool = False  # a machine reads the messages to the person
    file_bytes: int = 0  # of the file that came, where there is one
    above: str = ""  # a line in HTML that stands over the next message
    toast: str | None = None
    answered: bool = field(default=False)
    understood: bool = field(default=True)  # not, where words asked nothing or nothing was found for them
    has_other_reading: bool = False  # of the words, where the prompt that they are given to cannot read them

    @property
    def request(self) -> RequestKey:
        """What tells a repeat from something new."""
        return RequestKey(self.person, self.event, self.button)

    async def reply(self, screen: Screen) -> None:
        """A new message, so that the talk stays on the screen.

        What concerns whoever pressed alone disturbs no group: there a toast says it, where it holds all the words.
        """
        if screen.for_presser and self._pressed_in_group and fits_toast(screen.text):
            self.toast = toast_of(screen.text)
            return
        screen = self._to_read(screen)
        await self._remember(screen, await self._show(screen))

    async def confirm(self, screen: Screen) -> None:
        """What has been done by a press: in a group its message shows that to all, and a toast to whoever pressed."""
        if self._pressed_in_group:
            self.toast = first_of(screen.text)
            await self.edit(screen)
        else:
            await self.reply(screen)

    @property
    def _pressed_in_group(self) -> bool:
        return self.in_group and self.pressed is not None

    async def reply_beside(self, screen: Screen) -> None:
        """A line below an answer: what may be typed upon the answer still is, and the buttons of the line too.

        «да» and «нет» belong to the answer where it asks so.
        """
        before, screen = self.awaited.offered(self.conversation), self._to_read(screen)
        own = offered(screen).named
        named = (*before.named, *own) if by_assent("да", before) else (*own, *before.named)
        message = await self._show(screen)
        self.answered = True
        await self.awaited.offer(self.conversation, TypedOptions(before.numbered, named), message)

    async def say_above(self) -> None:
        """The line that stands over the next message, alone where no message has come."""
        if self.above:
            line, self.above = self.above, ""
            await self.reply(Screen(line, keeps_numbers=True))

    async def ask_again(self, screen: Screen, *, stands: bool = False) -> None:
        """The words answered nothing of what was asked: said so, and they are still awaited.

        Nothing is said where they mean something else, which is answered then. `stands`: as `say_unread`.
        """
        self.understood = False
        if not self.has_other_reading:
            await self.say_unread(screen, stands=stands)

    async def say_unread(self, screen: Screen, *, stands: bool = False) -> None:
        """Words that the prompt could not read; the second time the way out is named.

        `stands`: a preview that was shown before them may still be confirmed by «да», which is said.
        """
        before = self.awaited.offered(self.conversation)
        is_shown = stands and by_assent("да", before) is not None
        if line := _STANDS if is_shown else _WAY_OUT * (before.is_again and "«отмена»" not in screen.text):
            screen = replace(screen, text=f"{screen.text}\n\n{line}")
        await (self.reply_beside(screen) if is_shown else self.reply(screen))
        await self.awaited.offer(self.conversation, replace(self.awaited.offered(self.conversation), is_again=True))

    async def keep_open(self, before: TypedOptions) -> None:
        """Words for which nothing was found close nothing: the buttons shown before are still meant by their words."""
        now, kept = self.awaited.offered(self.conversation), without_assent(before)
        if now != before:
            new = tuple(pair for pair in kept.named if pair not in now.named)
            await self.awaited.offer(self.conversation, TypedOptions(now.numbered or kept.numbered, (*now.named, *new)))

    async def edit(self, screen: Screen) -> None:
        """The screen in place of the one whose button was pressed: for paging and «Назад» only."""
        chat, shown, screen = self.conversation.chat, self.pressed, self._placed(self._to_read(screen))
        if shown is None or not await self.messenger.replace(self.person, chat, shown, screen):
            shown = await self._show(screen)
        await self._remember(screen, shown)

    async def ask(self, screen: Screen, prompt: Prompt, *, in_place: bool = False) -> None:
        """A message that asks for free text; `in_place` of the one whose button was pressed."""
        await self.awaited.put(self.conversation, prompt)
        await (self.edit(screen) if in_place else self.reply(screen))

    async def ask_step(self, screen: Screen, prompt: Prompt) -> None:
        """The next step of a form: in place of the step whose button was pressed, else new.

        Where it is new, the step before it loses its buttons: what is asked now stands at one place.
        """
        before = self.awaited.text(self.conversation)
        step = self.awaited.asked_by(self.conversation) if before and before.is_like(prompt) else None
        await self.awaited.put(self.conversation, prompt)
        chat, shown = self.conversation.chat, MessageId(step) if step else None
        in_topic = self._placed(screen)
        if shown and shown == self.pressed and await self.messenger.replace(self.person, chat, shown, in_topic):
            await self._remember(screen, shown)
            return
        await self.reply(screen)
        if shown:
            await self.messenger.drop_buttons(chat, shown)

    def _to_read(self, screen: Screen) -> Screen:
        """With the line that stands over it, and with a number for each button where the person listens.

        No numbers where one would be taken for the words awaited.
        """
        if self.above:
            screen, self.above = screen.below(self.above), ""
        prompt = self.awaited.text(self.conversation) if self.aloud else None
        is_heard = self.aloud and not self.in_group and (prompt is None or prompt.rule.beside_list)
        return numbered_aloud(screen) if is_heard else screen

    def _placed(self, screen: Screen) -> Screen:
        """In the topic of the group in which this was said, also where it has to come later as a new message."""
        return screen if self.forum_topic is None else replace(screen, forum_topic=self.forum_topic)

    async def _show(self, screen: Screen) -> MessageId | None:
        return await self.messenger.show(self.person, self.conversation.chat, self._placed(screen), self.reply_to)

    async def _remember(self, screen: Screen, message: MessageId | None) -> None:
        self.answered = True
        await self.awaited.offer(self.conversation, offered(screen), message)
