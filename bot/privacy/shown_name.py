"""The name of somebody who works here, as other people who work here may see it."""

from bot.people import clean_name
from bot.privacy.masking import mask

NAMELESS = "без имени"


def shown_name(name: str) -> str:
    """The name from the messenger on one line, without a number or an address that may stand in it."""
    return mask(clean_name(name)) or NAMELESS
