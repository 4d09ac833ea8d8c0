"""One feature as the rest of the program knows it: what it answers, what it tells, what it looks at."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

from bot.handlers.refusals import Refusals
from bot.handlers.routes import Routes
from bot.outbox.delivery_worker import Render
from bot.screens.screen import Screen

EVERY_MINUTE, EVERY_HOUR = "* * * * *", "17 * * * *"

Renders = Mapping[str, Render[Screen]]  # by the kind of the notice; None where it is no longer true
Wake = Callable[[], None]  # of the delivery worker
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """What is looked at from time to time; it remembers nothing that a restart could lose."""

    name: str
    when: float | str  # seconds of the loop's clock, or a crontab line where the region's days and hours count
    work: Callable[[], Awaitable[object]]


def _no_notices() -> Renders:
    return {}


def _no_jobs() -> tuple[Job, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One line of bot.handlers.all_features; its builders name the services they need, as handlers do."""

    name: str  # of its package
    routes: Routes = field(default_factory=Routes)
    centre_group_routes: Routes = field(
        default_factory=Routes
    )  # they name visitors: in a group only in that of a centre
    notices: Callable[..., Renders] = _no_notices
    jobs: Callable[..., tuple[Job, ...]] = _no_jobs
    private_routes: Routes = field(default_factory=Routes)  # they concern one person: never in a group
    refusals: Refusals = field(default_factory=dict)  # what is said where a rule says no

    @property
    def all_routes(self) -> tuple[Routes, ...]:
        """What it answers, whoever may hear it."""
        return self.routes, self.centre_group_routes, self.private_routes


def build(builder: Callable[..., T], services: Mapping[str, object]) -> T:
    """What a builder makes of the services that it names."""
    return builder(**{name: services[name] for name in inspect.signature(builder).parameters})


class Swept(Protocol):
    """A table whose old rows go."""

    async def sweep(self, before: datetime, /) -> None: ...


def waking(look: Callable[[], Awaitable[object]], wake: Wake) -> Callable[[], Awaitable[None]]:
    """A look that wakes the delivery worker where it has promised something new."""

    async def look_and_wake() -> None:
        if await look():
            wake()

    return look_and_wake
