"""Conversations as Russian text that a librarian can read aloud: parsed here, played on any stage.

Анна: забыла пароль                     she writes
Бот: Забыл пароль…                      the next message she gets; «…» stands for any words
Кнопки: 👍 Помогло | 👎 Не помогло       these are among its buttons, in this order
Анна нажимает: 👍 Помогло                «…» stands for any words here too
Бот (Вере): Вопрос № 1…                 the next message another person gets
Бот меняет: Страница 2…                 an earlier message now reads so; «Бот меняет (Глебу): …» another person's
Всплывает: Ваш ответ…                   what the press itself brought
Меню: ❓ Вопросы и ответы | …            the buttons below the writing line
Анна присылает: голосовое               голосовое · стикер · фото · файл · место · контакт
Анна присылает фото: что это?           with words under it
Анна присылает: альбом 3                so many photos at once; «Анна присылает альбом 3: …» with words
Анна исправляет: не приходит смс        her last message
Вера отвечает на «Вопрос № 1»: в среду   a reply to the last message of the bot with these words in it
Анна открывает: ссылку                  the deep link that anybody was shown last
Вера блокирует бота · Вера разблокирует бота
Вера в группе: /desk                    in the chat of those who work at the desk; also «Вера в группе нажимает»
Бот (в группу): Готово…                 the next message there
Вера в теме «Записи»: /desk             in that topic of the group; it is made where there is none of the name
Бот (в тему «Записи»): Готово…          the next message in that topic; «Бот (в группу)» is the general one
(тема «Записи» закрыта)                 the bot may no longer write there; «(тема «Записи» удалена)»
Тишина                                  nobody got anything more
(перезапуск) (прошло 2 часа)
(будильник)                             everything that is looked at from time to time is looked at now
(группа закрыта)                        the bot may no longer write to the group
(запись открыта)                        the demo: three centres with invented hours, Вера is a librarian of the first
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Protocol

PEOPLE = {"Анна": "anna", "Борис": "boris", "Вера": "vera", "Глеб": "gleb"}
DESK = "@desk"  # after the name of a person who sits in the group
DATIVE = {"Анне": "Анна", "Борису": "Борис", "Вере": "Вера", "Глебу": "Глеб"}
_LINK = re.compile(r"https://t\.me/\w+\?start=([\w-]+)")
_UNITS = {"минут": "minutes", "час": "hours", "д": "days"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a person sees it."""

    text: str
    labels: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    topic: str = ""  # of a group, by its name


class Stage(Protocol):
    """Where a dialogue is played: straight into the dispatcher, or over HTTP."""

    async def say(self, person: str, text: str) -> None: ...
    async def reply(self, person: str, to: str, text: str) -> None: ...
    async def correct(self, person: str, text: str) -> None: ...
    async def send(self, person: str, kind: str, caption: str = "") -> None: ...
    async def press(self, person: str, label: str) -> str: ...
    async def enter_topic(self, person: str, name: str) -> None: ...
    async def end_topic(self, name: str, *, delete: bool) -> None: ...
    async def mute_group(self) -> None: ...
    async def block(self, person: str, *, on: bool) -> None: ...
    async def next(self, person: str) -> Shown: ...
    async def next_change(self, person: str) -> Shown: ...
    async def silence(self) -> None: ...
    async def restart(self) -> None: ...
    async def pass_time(self, by: timedelta) -> None: ...
    async def open_booking(self) -> None: ...
    async def ring(self) -> None: ...


@dataclass(slots=True)
class Line:
    """One line of a dialogue with the lines that continue it."""

    number: int
    head: str
    text: str = ""


@dataclass(slots=True)
class Player:
    """Plays the lines one after another and compares what is seen."""

    stage: Stage
    who: str = "anna"
    seen: Shown = field(default_factory=lambda: Shown(""))
    toast: str = ""
    link: str = ""

    async def play(self, lines: list[Line]) -> None:
        for line in lines:
            try:
                await self._step(line.head, line.text)
            except AssertionError as wrong:
                raise AssertionError(f"строка {line.number}, «{line.head}: {line.text}»\n{wrong}") from wrong

    async def _step(self, head: str, text: str) -> None:
        match head.split():
            case ["Бот", *how]:
                self.seen = await self._said(how)
                self.link = (_LINK.findall(self.seen.text) or [self.link])[-1]
                _same(text, self.seen.text)
            case ["(запись", "открыта)"]:
                await self.stage.open_booking()
            case ["(будильник)"]:
                await self.stage.ring()
            case ["(группа", "закрыта)"]:
                await self.stage.mute_group()
            case ["(тема", *name, "закрыта)" | "удалена)" as how]:
                await self.stage.end_topic(" ".join(name).strip("«»"), delete=how == "удалена)")
            case ["(перезапуск)" | "(прошло", *span]:
                await self._meanwhile(span)
            case ["Кнопки" | "Меню" | "Всплывает" | "Тишина" as what]:
                await self._look(what, text)
            case _:
                await self._person(head.split(), text)

    async def _said(self, how: list[str]) -> Shown:
        match how:
            case []:
                return await self.stage.next(self.who)
            case ["меняет"]:
                return await self.stage.next_change(self.who)
            case ["меняет", whom]:
                return await self.stage.next_change(PEOPLE[DATIVE[whom.strip("()")]])
            case ["(в", "группу)"]:
                return await self._in_topic("")
            case ["(в", "тему", *name]:
                return await self._in_topic(" ".join(name).strip("«»)"))
            case _:
                return await self.stage.next(PEOPLE[DATIVE[how[0].strip("()")]])

    async def _in_topic(self, name: str) -> Shown:
        shown = await self.stage.next(f"vera{DESK}")
        assert shown.topic == name, f"ждали в теме «{name}», пришло в тему «{shown.topic}»: {shown.text}"
        return shown

    async def _meanwhile(self, span: list[str]) -> None:
        if span:
            await self.stage.pass_time(_span(int(span[0]), span[1]))
        else:
            await self.stage.restart()

    async def _look(self, what: str, text: str) -> None:
        match what:
            case "Кнопки":
                _holds(_parts(text), self.seen.labels)
            case "Меню":
                _holds(_parts(text), self.seen.menu)
            case "Всплывает":
                _same(text, self.toast)
            case _:
                await self.stage.silence()

    async def _person(self, head: list[str], text: str) -> None:  # noqa: C901 - one case for each deed
        self.who, deed = PEOPLE[head[0]], head[1:]
        if deed[:2] in (["в", "группе"], ["в", "теме"]):
            topic = deed[2].strip("«»") if deed[1] == "теме" else ""
            self.who, deed = self.who + DESK, deed[3 if topic else 2 :]
            await self.stage.enter_topic(self.who, topic)
        match deed:
            case []:
                await self.stage.say(self.who, text)
            case ["нажимает"]:
                self.toast = await self.stage.press(self.who, self._meant(text))
            case ["присылает"]:
                await self.stage.send(self.who, text)
            case ["присылает", *kind]:
                await self.stage.send(self.who, " ".join(kind), text)
            case ["отвечает", "на", *_]:
                quoted = " ".join(deed[2:]).strip("«»")
                await self.stage.reply(self.who, quoted, text)
            case ["исправляет"]:
                await self.stage.correct(self.who, text)
            case ["блокирует" | "разблокирует" as what, "бота"]:
                await self.stage.block(self.who, on=what == "блокирует")
            case ["открывает"]:
                await self.stage.say(self.who, f"/start {self.link}")
            case _:
                raise AssertionError("такой строки диалог не знает")

    def _meant(self, label: str) -> str:
        """The label that was seen last, where a part of it is left out."""
        pattern = _wild(label)
        return next((seen for seen in self.seen.labels if "…" in label and re.fullmatch(pattern, seen)), label)


def read(file: Path) -> list[Line]:
    """The lines of a dialogue; «#» begins a remark."""
    lines: list[Line] = []
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw[0].isspace():
            lines[-1].text += "\n" + raw.strip()
            continue
        head, colon, text = raw.partition(":")
        lines.append(Line(number, head.strip() if colon else raw.strip(), text.strip()))
    return lines


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


def _same(expected: str, seen: str) -> None:
    pattern = ".*".join(re.escape(_even(part)) for part in expected.split("…"))
    assert re.fullmatch(pattern, _even(seen), re.DOTALL), f"ждали: {expected}\nвидим: {seen}"


def _holds(expected: list[str], seen: tuple[str, ...]) -> None:
    rest = iter(seen)
    missing = [label for label in expected if not any(re.fullmatch(_wild(label), other) for other in rest)]
    assert not missing, f"нет: {missing}\nвидим: {seen}"


def _wild(label: str) -> str:
    return ".*".join(map(re.escape, label.split("…")))


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _span(number: int, unit: str) -> timedelta:
    name = next(name for start, name in _UNITS.items() if unit.startswith(start))
    return timedelta(**{name: number})
