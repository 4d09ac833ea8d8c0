"""Actions of people on the page: read strictly, then done."""

from abc import ABC, abstractmethod
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox import user_actions
from bot.sandbox.json_types import Json
from bot.sandbox.methods.copying import origin_of
from bot.sandbox.page.clock_control import ClockControl
from bot.sandbox.state import Draft, SandboxState
from bot.sandbox.text.detect import with_found
from bot.sandbox.text.styled import Styled
from bot.sandbox.user_actions import ActionRefused, ChatMember

Words = Annotated[str, Field(max_length=20_000)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class PersonAction(BaseModel, ABC):
    """Somebody does something, in the private chat unless another is named."""

    model_config = ConfigDict(frozen=True)

    person: int
    chat: int | None = None

    @abstractmethod
    def perform(self, control: ClockControl) -> Json:
        """Does it, or raises `ActionRefused`."""

    def member(self, state: SandboxState) -> ChatMember:
        return find_member(state, self.person, self.person if self.chat is None else self.chat)


class Start(PersonAction):
    payload: Words = ""

    def perform(self, control: ClockControl) -> Json:
        return {"message": user_actions.start(control.state, self.member(control.state), self.payload).id}


class Say(PersonAction):
    text: Words
    reply_to: int | None = None
    topic: int | None = None

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        if self.topic is not None and self.topic not in member.chat.topics:
            raise ActionRefused("Такой темы в этой группе нет.")
        return {"message": user_actions.say(control.state, member, self.text, self.reply_to, self.topic).id}


class Edit(PersonAction):
    message: int
    text: Words

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        if "text" not in user_actions.own_post(member, self.message).content or not self.text.strip():
            raise ActionRefused("Изменить можно только текст.")
        content = with_found(Styled(self.text.strip())).as_api()
        user_actions.edit(control.state, member, self.message, content)
        return {}


class PressButton(PersonAction):
    message: int
    row: int = -1
    column: int = -1
    data: Words | None = None

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        if self.data is not None:
            return {"query": user_actions.press_data(control.state, member, self.message, self.data).id}
        return {"query": user_actions.press(control.state, member, self.message, self.row, self.column).id}


class Location(PersonAction):
    latitude: Latitude
    longitude: Longitude
    live_seconds: Annotated[int, Field(ge=0, le=86_400)] = 0

    def perform(self, control: ClockControl) -> Json:
        point: Json = {"latitude": self.latitude, "longitude": self.longitude}
        live = {"live_period": self.live_seconds} if self.live_seconds else {}
        return sent(control.state, self.member(control.state), {"location": point | live})


class Move(PersonAction):
    message: int
    latitude: Latitude
    longitude: Longitude

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        location = user_actions.own_post(member, self.message).content.get("location", {})
        if "live_period" not in location:
            raise ActionRefused("Двигать можно только живую геопозицию.")
        moved = location | {"latitude": self.latitude, "longitude": self.longitude}
        user_actions.edit(control.state, member, self.message, {"location": moved})
        return {}


class Contact(PersonAction):
    phone: Words | None = None
    name: Words | None = None

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        contact: Json = {
            "phone_number": self.phone or member.person.phone,
            "first_name": self.name or member.person.name,
        }
        own = {} if self.phone else {"user_id": member.person.id}
        return sent(control.state, member, {"contact": contact | own})


class Sticker(PersonAction):
    emoji: Annotated[str, Field(min_length=1, max_length=16)]

    def perform(self, control: ClockControl) -> Json:
        look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        ids = {"file_id": f"sticker-{self.emoji}", "file_unique_id": self.emoji, "emoji": self.emoji}
        return sent(control.state, self.member(control.state), {"sticker": ids | look})


class Forward(PersonAction):
    from_chat: int
    message: int

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        source = find_member(control.state, self.person, self.from_chat).chat
        post = source.posts.get(self.message)
        if post is None:
            raise ActionRefused("Этого сообщения больше нет.")
        draft = Draft(post.content, origin=origin_of(control.state, post))
        return {"message": user_actions.send(control.state, member, draft).id}


class Delete(PersonAction):
    message: int

    def perform(self, control: ClockControl) -> Json:
        post = self.member(control.state).chat.posts.get(self.message)
        if post is None:
            raise ActionRefused("Этого сообщения больше нет.")
        control.state.delete(post)
        return {}


class Block(PersonAction):
    def perform(self, control: ClockControl) -> Json:
        user_actions.block(control.state, self.member(control.state).person)
        return {}


class Unblock(PersonAction):
    def perform(self, control: ClockControl) -> Json:
        user_actions.unblock(control.state, self.member(control.state).person)
        return {}


class Mute(PersonAction):
    """In a group the bot may not write any more; `reason` is what Telegram calls it."""

    reason: Words = "not enough rights to send text messages to the chat"

    def perform(self, control: ClockControl) -> Json:
        chat = self.member(control.state).chat
        if not chat.is_group:
            raise ActionRefused("Запретить боту писать можно только в группе. В личном чате его блокируют.")
        control.state.muted[chat.id] = self.reason
        return {}


class Unmute(PersonAction):
    def perform(self, control: ClockControl) -> Json:
        control.state.muted.pop(self.member(control.state).chat.id, None)
        return {}


def sent(state: SandboxState, member: ChatMember, content: Json) -> Json:
    return {"message": user_actions.send(state, member, Draft(content)).id}


def find_member(state: SandboxState, person_id: int, chat_id: int) -> ChatMember:
    person, chat = state.people.get(person_id), state.chats.get(chat_id)
    if person is None or chat is None or person.id not in chat.people:
        raise ActionRefused("Этого человека нет в этом чате.")
    return ChatMember(person, chat)
