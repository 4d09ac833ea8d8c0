"""A stage that writes down what people said and saw on it: what docs/screens.md is built from."""

import re
from datetime import timedelta
from pathlib import Path

from tests.dialogue import DESK, PEOPLE, Player, Shown, Stage, read
from tests.dialogue_files import RECORDINGS, recording

_NAMES = {key: name for name, key in PEOPLE.items()}
_UNSTEADY = (  # what is new at each run, and what stands on the page instead
    (r"\bs_[\w-]{32}", "s_…"),
    (r"(?i)(код(?:ом|а)?(?: визита)?:? )[234679КМНРСТХ]{4}\b", r"\g<1>КМ47"),
    (r"\d+ [КМГ]Б\b", "… МБ"),
    (r"/\S+\.backups/\S+", "….backups/….sqlite3"),
)


class Recorder:
    """A stage that writes down everything said on it, word for word."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.lines: list[str] = []

    async def say(self, person: str, text: str) -> None:
        self.lines.append(f"**{_name(person)}:** {_steady(text)}")
        await self._stage.say(person, text)

    async def reply(self, person: str, to: str, text: str) -> None:
        self.lines.append(f"**{_name(person)}** отвечает на сообщение «{to}»: {_steady(text)}")
        await self._stage.reply(person, to, text)

    async def correct(self, person: str, text: str) -> None:
        self.lines.append(f"**{_name(person)}** исправляет: {text}")
        await self._stage.correct(person, text)

    async def send(self, person: str, kind: str, caption: str = "") -> None:
        self.lines.append(f"**{_name(person)}** присылает: {kind}{caption and f' со словами «{caption}»'}")
        await self._stage.send(person, kind, caption)

    async def press(self, person: str, label: str) -> str:
        self.lines.append(f"**{_name(person)}** нажимает «{_steady(label)}»")
        toast = await self._stage.press(person, label)
        if toast:
            self.lines.append(f"*(всплывает: {toast})*")
        return toast

    async def next(self, person: str) -> Shown:
        return self._note(person, await self._stage.next(person), "")

    async def next_change(self, person: str) -> Shown:
        return self._note(person, await self._stage.next_change(person), " (то же сообщение теперь)")

    async def silence(self) -> None:
        await self._stage.silence()

    async def restart(self) -> None:
        self.lines.append("*(бота перезапустили)*")
        await self._stage.restart()

    async def open_booking(self) -> None:
        self.lines.append("*(в трёх центрах открыта запись; Вера — библиотекарь в первом)*")
        await self._stage.open_booking()

    async def pass_time(self, by: timedelta) -> None:
        self.lines.append(f"*(прошло времени: {by})*".replace("days", "дня").replace("0:00:00", "").replace(", )", ")"))
        await self._stage.pass_time(by)

    async def block(self, person: str, *, on: bool) -> None:
        self.lines.append(f"**{_name(person)}** {'останавливает бота' if on else 'снова разрешает боту писать'}")
        await self._stage.block(person, on=on)

    async def enter_topic(self, person: str, name: str) -> None:
        await self._stage.enter_topic(person, name)

    async def end_topic(self, name: str, *, delete: bool) -> None:
        self.lines.append(f"*(тема «{name}» {'удалена' if delete else 'закрыта'})*")
        await self._stage.end_topic(name, delete=delete)

    async def mute_group(self) -> None:
        self.lines.append("*(писать в группу боту запретили)*")
        await self._stage.mute_group()

    async def ring(self) -> None:
        await self._stage.ring()

    def _note(self, person: str, shown: Shown, how: str) -> Shown:
        whom = "группа" if person.endswith(DESK) else _NAMES[person]
        self.lines.append(f"**БиблиоГос → {whom}**{how}\n{_quoted(_steady(shown.text))}{_steady(_buttons(shown))}")
        return shown


def _name(person: str) -> str:
    return _NAMES[person.removesuffix(DESK)] + (" в группе" if person.endswith(DESK) else "")


def _steady(text: str) -> str:
    """The page does not change with invitations, visit codes, or the disk it was made on."""
    for what, instead in _UNSTEADY:
        text = re.sub(what, instead, text)
    return text


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() + ("  " if line else "") for line in text.splitlines())


def _buttons(shown: Shown) -> str:
    labels = " ".join(f"`{label}`" for label in shown.labels)
    menu = " ".join(f"`{label}`" for label in shown.menu)
    return (f"\n>\n> {labels}" if labels else "") + (f"\n>\n> внизу: {menu}" if menu else "")


async def play_and_record(stage: Stage, file: Path, folder: Path = RECORDINGS) -> None:
    """Only a dialogue that reads as written leaves a recording."""
    recorder, page = Recorder(stage), recording(file, folder)
    page.unlink(missing_ok=True)
    await Player(recorder).play(read(file))
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("\n\n".join(recorder.lines), encoding="utf-8")
