"""Which function answers what: looked up in tables, never searched through filters."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from bot.dialog_state import Prompt
from bot.screens.action import Action
from bot.screens.menu import MenuItem
from bot.understanding.acts import ActName

Handler = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Told:
    """Words that mean a button of the last message: which, and what answers them.

    The handler is told `text` and `actions`, those of its kind that the message offers.
    """

    reads: Callable[[str, Sequence[str]], bool]  # also by the words on the buttons of its kind
    handler: Handler


@dataclass(frozen=True, slots=True)
class Resolved:
    """The handler that answers, and what it is told besides the talk."""

    handler: Handler
    told: Mapping[str, object]
    asked: Prompt | None = None  # the prompt whose answer this is
    claims: bool = True  # not, where the words may have been meant for what was suspended
    instead: tuple["Resolved", ...] = ()  # who answers where the prompt cannot read the words


@dataclass(frozen=True, slots=True)
class Routes:
    """The tables of one feature, or of all together."""

    commands: Mapping[str, Handler] = field(default_factory=dict)
    menu: Mapping[MenuItem, Handler] = field(default_factory=dict)
    actions: Mapping[type[Action], Handler] = field(default_factory=dict)
    awaited: Mapping[type[Prompt], Handler] = field(default_factory=dict)
    links: Mapping[str, Handler] = field(default_factory=dict)  # by the letter before «_» in a deep link
    resumed: Mapping[type[Prompt], Handler] = field(
        default_factory=dict
    )  # what shows its question again after a picture
    told: Mapping[type[Action], Told] = field(default_factory=dict)
    acts: Mapping[ActName, Handler] = field(default_factory=dict)  # what is understood; told `act` and `text`

    @property
    def handlers(self) -> tuple[Handler, ...]:
        """Every handler of the routes."""
        tables = (getattr(self, table.name).values() for table in fields(self))
        return tuple(one.handler if isinstance(one, Told) else one for table in tables for one in table)


def together(*parts: Routes) -> Routes:
    """Joins the routes of all features; raises ValueError where two features answer the same."""
    merged = Routes(*({} for _ in fields(Routes)))
    for part in parts:
        for table in fields(Routes):
            have, more = getattr(merged, table.name), getattr(part, table.name)
            if doubled := have.keys() & more.keys():
                raise ValueError(f"answered twice: {doubled}")
            have.update(more)
    return merged
