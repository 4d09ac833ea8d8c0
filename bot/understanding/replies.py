"""Short answers to the bot's last question."""

from datetime import datetime

from bot.understanding.acts import Act
from bot.understanding.knowledge import Knowledge, Reading
from bot.understanding.turns import Turns


def reply_to(_reading: Reading, _turns: Turns, _now: datetime, _knowledge: Knowledge) -> tuple[Act, ...]:
    """The acts by which the words answer the last question; none where they are something new."""
    return ()
