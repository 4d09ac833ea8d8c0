"""Actions on the sandbox itself: its time, its limits, its connection to the bot."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.sandbox.events import LimitsSwitched, NetworkChanged
from bot.sandbox.json_types import Json
from bot.sandbox.network_faults import Fault
from bot.sandbox.page.clock_control import ClockControl
from bot.sandbox.user_actions import ActionRefused

Seconds = Annotated[float, Field(ge=0, le=3600)]
LONGEST_LEAP = 60 * 24 * 400  # minutes


class ControlAction(BaseModel, ABC):
    """Something nobody in the chat does."""

    model_config = ConfigDict(frozen=True)

    @abstractmethod
    def perform(self, control: ClockControl) -> Json | Awaitable[Json]:
        """Does it, or raises `ActionRefused`."""


class Advance(ControlAction):
    minutes: Annotated[float, Field(ge=0, le=LONGEST_LEAP)] = 0
    until: AwareDatetime | None = None
    to_next: bool = False  # what the bot has promised for later

    async def perform(self, control: ClockControl) -> Json:
        by = await self._to_next(control) if self.to_next else self._given(control.clock.now())
        if not timedelta() <= by <= timedelta(minutes=LONGEST_LEAP):
            raise ActionRefused("Время можно перемотать только вперёд, не дальше чем на год с небольшим.")
        await control.advance(by)
        return {"now": control.clock.now().isoformat()}

    def _given(self, now: datetime) -> timedelta:
        return self.until - now if self.until else timedelta(minutes=self.minutes)

    @staticmethod
    async def _to_next(control: ClockControl) -> timedelta:
        moment = await control.next_moment() if control.next_moment else None
        if moment is None:
            raise ActionRefused("Впереди нет ни одного напоминания.")
        return max(moment - control.clock.now(), timedelta())


class SwitchLimits(ControlAction):
    on: bool

    def perform(self, control: ClockControl) -> Json:
        control.state.limits.switch(on=self.on)
        control.state.notify(LimitsSwitched(self.on))
        return {}


class Break(ControlAction):
    kind: Fault
    seconds: Seconds = 30
    delay: Seconds = 0
    methods: frozenset[str] = frozenset()

    def perform(self, control: ClockControl) -> Json:
        control.state.network.start_fault(self.kind, self.seconds, self.delay, self.methods)
        control.state.notify(NetworkChanged())
        return {}


class Mend(ControlAction):
    def perform(self, control: ClockControl) -> Json:
        control.state.network.end_fault()
        control.state.notify(NetworkChanged())
        return {}


class Replay(ControlAction):
    update: int | None = None

    def perform(self, control: ClockControl) -> Json:
        again = control.state.updates.replay(self.update)
        if again is None:
            raise ActionRefused("Такого обновления не было.")
        return {"update": again}


class Inject(ControlAction):
    update: Json

    def perform(self, control: ClockControl) -> Json:
        number = self.update.get("update_id", 0)
        if isinstance(number, bool) or not isinstance(number, int) or abs(number) >= 2**53:
            raise ActionRefused("update_id должен быть целым числом.")
        return {"update": control.state.updates.inject(self.update)}
