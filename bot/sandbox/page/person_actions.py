"""Actions of people on the page: read strictly, then done."""

from abc import ABC, abstractmethod
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox import user_actions
from bot.sandbox.json_types import Json
from bot.sandbox.methods.copying import origin_of
from bot.sandbox.page.clock_control import Stage
from bot.sandbox.state import Draft, World
from bot.sandbox.text.detect import with_found
from bot.sandbox.text.styled import Styled
from bot.sandbox.user_actions import DeedRefused, Seat

Words = Annotated[str, Field(max_length=20_000)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Act(BaseModel, ABC):
    """Somebody does something, in the private chat unless another is named."""

    model_config = ConfigDict(frozen=True)

    person: int
    chat: int | None = None

    @abstractmethod
    def perform(self, stage: Stage) -> Json:
        """Does it, or raises `DeedRefused`."""

    def seat(self, world: World) -> Seat:
        return seat_of(world, self.person, self.person if self.chat is None else self.chat)


class Start(Act):
    payload: Words = ""

    def perform(self, stage: Stage) -> Json:
        return {"message": user_actions.start(stage.world, self.seat(stage.world), self.payload).id}


class Say(Act):
    text: Words
    reply_to: int | None = None

    def perform(self, stage: Stage) -> Json:
        return {"message": user_actions.say(stage.world, self.seat(stage.world), self.text, self.reply_to).id}


class Edit(Act):
    message: int
    text: Words

    def perform(self, stage: Stage) -> Json:
        seat = self.seat(stage.world)
        if "text" not in user_actions.own_post(seat, self.message).content or not self.text.strip():
            raise DeedRefused("Изменить можно только текст.")
        content = with_found(Styled(self.text.strip())).as_api()
        user_actions.edit(stage.world, seat, self.message, content)
        return {}


class Press(Act):
    message: int
    row: int = -1
    column: int = -1
    data: Words | None = None

    def perform(self, stage: Stage) -> Json:
        seat = self.seat(stage.world)
        if self.data is not None:
            return {"query": user_actions.press_data(stage.world, seat, self.message, self.data).id}
        return {"query": user_actions.press(stage.world, seat, self.message, self.row, self.column).id}


class Location(Act):
    latitude: Latitude
    longitude: Longitude
    live_seconds: Annotated[int, Field(ge=0, le=86_400)] = 0

    def perform(self, stage: Stage) -> Json:
        point: Json = {"latitude": self.latitude, "longitude": self.longitude}
        live = {"live_period": self.live_seconds} if self.live_seconds else {}
        return sent(stage.world, self.seat(stage.world), {"location": point | live})


class Move(Act):
    message: int
    latitude: Latitude
    longitude: Longitude

    def perform(self, stage: Stage) -> Json:
        seat = self.seat(stage.world)
        location = user_actions.own_post(seat, self.message).content.get("location", {})
        if "live_period" not in location:
            raise DeedRefused("Двигать можно только живую геопозицию.")
        moved = location | {"latitude": self.latitude, "longitude": self.longitude}
        user_actions.edit(stage.world, seat, self.message, {"location": moved})
        return {}


class Contact(Act):
    phone: Words | None = None
    name: Words | None = None

    def perform(self, stage: Stage) -> Json:
        seat = self.seat(stage.world)
        contact: Json = {
            "phone_number": self.phone or seat.person.phone,
            "first_name": self.name or seat.person.name,
        }
        own = {} if self.phone else {"user_id": seat.person.id}
        return sent(stage.world, seat, {"contact": contact | own})


class Sticker(Act):
    emoji: Annotated[str, Field(min_length=1, max_length=16)]

    def perform(self, stage: Stage) -> Json:
        look = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        ids = {"file_id": f"sticker-{self.emoji}", "file_unique_id": self.emoji, "emoji": self.emoji}
        return sent(stage.world, self.seat(stage.world), {"sticker": ids | look})


class Forward(Act):
    from_chat: int
    message: int

    def perform(self, stage: Stage) -> Json:
        seat = self.seat(stage.world)
        source = seat_of(stage.world, self.person, self.from_chat).room
        post = source.posts.get(self.message)
        if post is None:
            raise DeedRefused("Этого сообщения больше нет.")
        draft = Draft(post.content, origin=origin_of(stage.world, post))
        return {"message": user_actions.send(stage.world, seat, draft).id}


class Delete(Act):
    message: int

    def perform(self, stage: Stage) -> Json:
        post = self.seat(stage.world).room.posts.get(self.message)
        if post is None:
            raise DeedRefused("Этого сообщения больше нет.")
        stage.world.delete(post)
        return {}


class Block(Act):
    def perform(self, stage: Stage) -> Json:
        user_actions.block(stage.world, self.seat(stage.world).person)
        return {}


class Unblock(Act):
    def perform(self, stage: Stage) -> Json:
        user_actions.unblock(stage.world, self.seat(stage.world).person)
        return {}


class Mute(Act):
    """In a group the bot may not write any more; `reason` is what Telegram calls it."""

    reason: Words = "not enough rights to send text messages to the chat"

    def perform(self, stage: Stage) -> Json:
        room = self.seat(stage.world).room
        if not room.is_group:
            raise DeedRefused("Запретить боту писать можно только в группе. В личном чате его блокируют.")
        stage.world.muted[room.id] = self.reason
        return {}


class Unmute(Act):
    def perform(self, stage: Stage) -> Json:
        stage.world.muted.pop(self.seat(stage.world).room.id, None)
        return {}


def sent(world: World, seat: Seat, content: Json) -> Json:
    return {"message": user_actions.send(world, seat, Draft(content)).id}


def seat_of(world: World, person_id: int, chat: int) -> Seat:
    person, room = world.people.get(person_id), world.rooms.get(chat)
    if person is None or room is None or person.id not in room.people:
        raise DeedRefused("Этого человека нет в этом чате.")
    return Seat(person, room)
