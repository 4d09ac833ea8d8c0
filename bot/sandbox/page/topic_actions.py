"""Actions of people on the topics of a forum."""

from typing import Annotated

from pydantic import Field

from bot.sandbox import user_actions
from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_TOPIC_NAME
from bot.sandbox.page.clock_control import ClockControl
from bot.sandbox.page.person_actions import PersonAction
from bot.sandbox.people import Group
from bot.sandbox.state import Draft
from bot.sandbox.user_actions import ActionRefused

_COLOUR = 0x6FB9F0


class OpenTopic(PersonAction):
    """A new topic; its number is that of the message which says so."""

    name: Annotated[str, Field(min_length=1, max_length=MAX_TOPIC_NAME)]

    def perform(self, control: ClockControl) -> Json:
        member = self.member(control.state)
        if not isinstance(member.chat.place, Group) or not member.chat.place.is_forum:
            raise ActionRefused("Темы бывают только в группе с темами.")
        created = {"forum_topic_created": {"name": self.name, "icon_color": _COLOUR}}
        number = member.chat.last_id + 1
        member.chat.topics[number] = self.name
        user_actions.send(control.state, member, Draft(created, thread=number))
        return {"topic": number}


class CloseTopic(PersonAction):
    """The bot may not write in the topic any more; `delete` takes the topic itself away."""

    topic: int
    delete: bool = False

    def perform(self, control: ClockControl) -> Json:
        chat = self.member(control.state).chat
        if self.topic not in chat.topics:
            raise ActionRefused("Такой темы в этой группе нет.")
        chat.closed_topics.add(self.topic)
        if self.delete:
            del chat.topics[self.topic]
        return {}


class ReopenTopic(PersonAction):
    topic: int

    def perform(self, control: ClockControl) -> Json:
        self.member(control.state).chat.closed_topics.discard(self.topic)
        return {}
