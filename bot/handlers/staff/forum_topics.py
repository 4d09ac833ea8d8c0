"""Notices in the topic of a group in which their centre was linked."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.centres.centre import CentreId
from bot.handlers.feature import Renders
from bot.outbox.delivery_worker import Render
from bot.outbox.notice import Payload
from bot.screens.screen import Screen
from bot.staff.group_chats import GroupChats

CentreOf = Callable[[Payload], Awaitable[CentreId | None]]


def with_topics(renders: Renders, group_chats: GroupChats, centre_of: CentreOf) -> Renders:
    """The same renders; `centre_of` tells the centre that a notice is about, None where it is about none."""

    def with_topic(render: Render[Screen]) -> Render[Screen]:
        async def shown(payload: Payload) -> Screen | None:
            screen = await render(payload)
            if screen is None or not group_chats.has_topics():
                return screen
            centre = await centre_of(payload)
            desk = group_chats.chat_of(centre) if centre else None
            return replace(screen, forum_topic=desk.forum_topic) if desk else screen

        return shown

    return {kind: with_topic(render) for kind, render in renders.items()}
