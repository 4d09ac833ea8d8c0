"""«Ваши данные»: short on the screen, whole in a file that a person and a program can read."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape

from bot.people import Address
from bot.privacy.own_data import OwnRows
from bot.region.outcomes import Outcome, title_of
from bot.russian.words import day_in_full, moment
from bot.screens.common_buttons import HOME
from bot.screens.home.actions import ForgetMe
from bot.screens.home.my_data_words import COLUMNS, SECTIONS, STATES, VALUES, YES_OR_NO
from bot.screens.screen import Button, Paper, Screen, row

_LONGEST = 80  # signs of one's own words on the screen; the file has them whole

_ERASE = row(Button("Стереть всё обо мне", ForgetMe(sure=False)))


def my_data(person: Address, rows: OwnRows, now: datetime, outcomes: Sequence[Outcome] = ()) -> Screen:
    """What is kept of the person, a line each; `now` is in the zone of the region, `outcomes` have their titles."""
    kept = [(name, rows[name]) for name in SECTIONS if rows.get(name)]
    lines = [f"Номер вашего чата: {person.id}. По нему я отвечаю вам.", *(_line(*one, now) for one in kept)]
    told = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    if not kept:
        return Screen(f"<b>Ваши данные</b>\n\n{told}\n\nБольше ничего о вас я не храню.", (row(HOME),))
    more = "Всё целиком — в файле выше. Данных других людей в нём нет.\n\nСтереть всё: /forget"
    return Screen(
        f"<b>Ваши данные</b>\n\n{told}\n\n{more}", (_ERASE, row(HOME)), attached=_file(person, rows, now, outcomes)
    )


def _line(name: str, rows: Sequence[Mapping[str, object]], now: datetime) -> str:
    section, newest = SECTIONS[name], rows[-1]
    said = [
        f"{COLUMNS[column]}: {_said(column, newest[column], now)}" for column in section.told if newest[column] != ""
    ]
    count = "" if name == "settings" else f": {len(rows)}"
    which = "" if len(rows) == 1 else "Последнее: "
    return f"{section.title}{count}." + (f" {which}{'; '.join(said)}." if said else "")


def _said(column: str, value: object, now: datetime) -> str:
    if column in YES_OR_NO:
        return "да" if value else "нет"
    if column == "starts_at":
        return moment(datetime.fromisoformat(str(value)).astimezone(now.tzinfo))
    if column == "day":
        return day_in_full(date.fromisoformat(str(value)))
    words = str(value)
    return f"«{escape(words if len(words) <= _LONGEST else f'{words[: _LONGEST - 1].rstrip()}…')}»"


def _file(person: Address, rows: OwnRows, now: datetime, outcomes: Sequence[Outcome]) -> Paper:
    whole: dict[str, object] = {
        "мессенджер": person.channel,
        "номер чата": person.id,
        "составлено": now.isoformat(timespec="seconds"),
    }
    whole |= {
        section.title: [_written(one, outcomes) for one in rows.get(name, ())] for name, section in SECTIONS.items()
    }
    content = json.dumps(whole, ensure_ascii=False, indent=2).encode("utf-8", "replace")
    return Paper(f"мои-данные-{now:%d-%m-%Y}.json", content)


def _written(one: Mapping[str, object], outcomes: Sequence[Outcome]) -> dict[str, object]:
    return {COLUMNS[column]: _value(column, value, outcomes) for column, value in one.items()}


def _value(column: str, value: object, outcomes: Sequence[Outcome]) -> object:
    if column == "outcome":
        return title_of(outcomes, str(value)) or value
    if column in YES_OR_NO:
        return bool(value)
    return VALUES.get(str(value), value) if column in STATES else value
