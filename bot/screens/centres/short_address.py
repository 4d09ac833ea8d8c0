"""Where a centre is, short enough to be listened to."""

import re

from bot.centres.centre import Centre
from bot.screens.centres.centre_card import settled

_FAR_WRITTEN = re.compile(r"^(?:\d{6},?\s*)?(?:Россия,\s*)?(?:[А-ЯЁ][\w-]+\s+обл(?:\.|асть),?\s*)?")


def place_of(centre: Centre) -> str:
    """The address without the postal index and the region."""
    return _FAR_WRITTEN.sub("", centre.address or "") or settled(centre)
