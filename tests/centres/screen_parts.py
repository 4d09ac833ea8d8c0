"""What tests of centres' screens share: a moment, a point, a region, and the parts of a screen."""

from datetime import datetime

from bot.centres.centre import Centre
from bot.centres.directory import Directory
from bot.centres.places.geo import Point
from bot.region.region import Region
from bot.screens.action import Action
from bot.screens.centres import nearest
from bot.screens.screen import Button, LinkButton, Screen
from tests.centres.small_region import at

NOW = at("2026-11-24 12:00")
HERE = Point(57.4, 28.0)
REGION = Region("Лесная область", "Лесной области")


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def actions(screen: Screen) -> list[Action]:
    return [button.action for row in screen.rows for button in row if isinstance(button, Button)]


def links(screen: Screen) -> list[str]:
    return [button.url for row in screen.rows for button in row if isinstance(button, LinkButton)]


def centre(directory: Directory, id_: str) -> Centre:
    found = directory.centre(id_)
    assert found is not None
    return found


def typed(directory: Directory, text: str, now: datetime = NOW) -> Screen:
    return nearest.typed_place(directory, directory.find_place(text), now)
