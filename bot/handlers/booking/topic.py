"""The step of the topic."""

from dataclasses import replace

from bot.booking.typed.typed_topic import read_topic
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.screens.booking.where import TopicChoice


async def ask(dialog: BookingDialog, view: DraftView) -> TopicChoice:
    """Asks for the topic, for a centre already chosen or any. Raises NotBookable."""
    centre = dialog.centre(view.draft.centre) if view.draft.centre else None
    return TopicChoice(view.draft, dialog.topics.all, centre)


async def hear(dialog: BookingDialog, view: DraftView, text: str) -> DraftView | None:
    """The topic that the words name; None for anything else."""
    topic = read_topic(text, dialog.topics.all)
    return view.on(replace(view.draft, topic=topic.id)) if topic else None
