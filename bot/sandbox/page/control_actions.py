"""Actions on the sandbox itself: its time, its limits, its line to the bot."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.sandbox.events import LimitsSwitched, LineChanged
from bot.sandbox.json_types import Json
from bot.sandbox.network_faults import Fault
from bot.sandbox.page.clock_control import Stage
from bot.sandbox.user_actions import DeedRefused

Seconds = Annotated[float, Field(ge=0, le=3600)]
LONGEST_LEAP = 60 * 24 * 400  # minutes


class Direction(BaseModel, ABC):
    """Something nobody in the chat does."""

    model_config = ConfigDict(frozen=True)

    @abstractmethod
    def perform(self, stage: Stage) -> Json | Awaitable[Json]:
        """Does it, or raises `DeedRefused`."""


class Advance(Direction):
    minutes: Annotated[float, Field(ge=0, le=LONGEST_LEAP)] = 0
    until: AwareDatetime | None = None
    to_next: bool = False  # what the bot has promised for later

    async def perform(self, stage: Stage) -> Json:
        by = await self._to_next(stage) if self.to_next else self._given(stage.clock.now())
        if not timedelta() <= by <= timedelta(minutes=LONGEST_LEAP):
            raise DeedRefused("Время можно перемотать только вперёд, не дальше чем на год с небольшим.")
        await stage.advance(by)
        return {"now": stage.clock.now().isoformat()}

    def _given(self, now: datetime) -> timedelta:
        return self.until - now if self.until else timedelta(minutes=self.minutes)

    @staticmethod
    async def _to_next(stage: Stage) -> timedelta:
        moment = await stage.next_moment() if stage.next_moment else None
        if moment is None:
            raise DeedRefused("Впереди нет ни одного напоминания.")
        return max(moment - stage.clock.now(), timedelta())


class SwitchLimits(Direction):
    on: bool

    def perform(self, stage: Stage) -> Json:
        stage.world.limits.switch(on=self.on)
        stage.world.tell(LimitsSwitched(self.on))
        return {}


class Break(Direction):
    kind: Fault
    seconds: Seconds = 30
    delay: Seconds = 0
    methods: frozenset[str] = frozenset()

    def perform(self, stage: Stage) -> Json:
        stage.world.line.cut(self.kind, self.seconds, self.delay, self.methods)
        stage.world.tell(LineChanged())
        return {}


class Mend(Direction):
    def perform(self, stage: Stage) -> Json:
        stage.world.line.mend()
        stage.world.tell(LineChanged())
        return {}


class Replay(Direction):
    update: int | None = None

    def perform(self, stage: Stage) -> Json:
        again = stage.world.updates.replay(self.update)
        if again is None:
            raise DeedRefused("Такого обновления не было.")
        return {"update": again}


class Inject(Direction):
    update: Json

    def perform(self, stage: Stage) -> Json:
        number = self.update.get("update_id", 0)
        if isinstance(number, bool) or not isinstance(number, int) or abs(number) >= 2**53:
            raise DeedRefused("update_id должен быть целым числом.")
        return {"update": stage.world.updates.inject(self.update)}
