"""The audit log as an admin reads it: thirty days of who did what, the newest first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from bot.audit import KEPT, AuditedDeed, AuditEntry
from bot.people import Address
from bot.russian.calendar_words import MONTHS
from bot.screens.common_buttons import HOME
from bot.screens.my_bookings.own_visit import capital
from bot.screens.paging import Page
from bot.screens.screen import Screen, row
from bot.screens.staff.actions import ShowAudit

SHOWN = 15
FORGOTTEN = "кто-то, кого я забыл по просьбе"
_WORDS = {
    AuditedDeed.VISIT_MARKED: "отметка визита № {number}",
    AuditedDeed.WALK_IN_WRITTEN: "записан пришедший без записи, визит № {number}",
    AuditedDeed.WALK_IN_STRUCK: "вычеркнут визит без записи № {number}",
    AuditedDeed.BOOKED_BY_PHONE: "запись по телефону № {number}",
    AuditedDeed.VISIT_MOVED: "перенесена запись № {number}",
    AuditedDeed.VISIT_CANCELLED: "отменена запись № {number}",
    AuditedDeed.HELP_WRITTEN: "журнал: записано посещений {number}",
    AuditedDeed.HELP_MARKED: "журнал: итог строки № {number}",
    AuditedDeed.HELP_STRUCK: "журнал: вычеркнута строка № {number}",
    AuditedDeed.HOURS_CLOSED: "закрыты часы",
    AuditedDeed.HOURS_REOPENED: "открыты закрытые часы",
    AuditedDeed.ABSENCE_NOTED: "отсутствие отмечено",
    AuditedDeed.ABSENCE_ENDED: "отсутствие снято или сокращено",
    AuditedDeed.DESKS_SET: "число мест на дни: {number}",
    AuditedDeed.DESKS_RESET: "другое число мест снято",
    AuditedDeed.EXTRA_HOURS_ADDED: "открыты часы сверх обычных",
    AuditedDeed.EXTRA_HOURS_REMOVED: "часы сверх обычных убраны",
    AuditedDeed.CARD_EDIT_SENT: "правка карточки № {number} отправлена",
    AuditedDeed.CARD_EDIT_TAKEN: "правка карточки № {number} принята",
    AuditedDeed.CARD_EDIT_REFUSED: "правка карточки № {number} не принята",
    AuditedDeed.LIBRARIAN_JOINED: "теперь библиотекарь",
    AuditedDeed.LIBRARIAN_LEFT: "библиотекарь снят",
    AuditedDeed.ROLE_TAKEN: "теперь администратор округа или методист",
    AuditedDeed.ROLE_ENDED: "снят администратор округа или методист",
    AuditedDeed.BANNER_SHOWN: "важное сообщение № {number} показано",
    AuditedDeed.BANNER_REMOVED: "важное сообщение № {number} убрано",
    AuditedDeed.LIBRARIAN_INVITED: "ссылка-приглашение библиотекарю",
    AuditedDeed.ROLE_OFFERED: "ссылка-приглашение администратору округа или методисту",
    AuditedDeed.DUTY_BEGUN: "теперь дежурит",
    AuditedDeed.DUTY_ENDED: "больше не дежурит",
    AuditedDeed.ARTICLE_CREATED: "новый ответ {subject}",
    AuditedDeed.ARTICLE_CHANGED: "правка ответа {subject}",
    AuditedDeed.ARTICLE_REMOVED: "убран ответ {subject}",
    AuditedDeed.ARTICLE_CHECKED: "сверен ответ {subject}",
    AuditedDeed.ARTICLE_UNCHECKED: "снята сверка ответа {subject}",
    AuditedDeed.CARD_CHECKED: "сверена карточка",
    AuditedDeed.CARD_UNCHECKED: "снята сверка карточки",
    AuditedDeed.CENTRE_ADDED: "новый центр",
    AuditedDeed.FILE_REPLACED: "заменён файл {subject}",
}


@dataclass(frozen=True, slots=True)
class AuditNames:
    """What people, centres and answers are called to the reader."""

    name_of: Callable[[Address], str]
    centre_of: Callable[[str], str]
    title_of: Callable[[str], str | None]  # of an answer by its id; None where it is gone


def audit_log(entries: Sequence[AuditEntry], zone: ZoneInfo, names: AuditNames, page: int = 0) -> Screen:
    """The deeds of thirty days; pages count from 1, as on buttons."""
    if not entries:
        return Screen(f"За {KEPT.days} дней никто ничего не менял.", (row(HOME),))
    here = Page(len(entries), SHOWN, page - 1)
    lines = (_line(one, zone, names) for one in here.of(entries))
    text = "\n\n".join((f"<b>Кто что сделал за {KEPT.days} дней</b>", *lines, here.line(f"{len(entries)}"))).rstrip()
    return Screen(text, (*here.turning(lambda number: ShowAudit(number + 1)), row(HOME)))


def _line(one: AuditEntry, zone: ZoneInfo, names: AuditNames) -> str:
    who = capital(escape(names.name_of(one.by)) if one.by else FORGOTTEN)
    day = f", за {one.day.day} {MONTHS[one.day.month - 1]}" if one.day else ""
    where = f" {escape(names.centre_of(one.centre))}." if one.centre else ""
    what = _WORDS[one.deed].format(number=one.number, subject=_subject(one.subject, names))
    return f"{_moment(one.at.astimezone(zone))} {who}: {what}{day}.{where}"


def _subject(subject: str, names: AuditNames) -> str:
    """An answer by its title, a file of one by its name and title, anything else as it is called."""
    title = names.title_of(PurePosixPath(subject).stem)
    if title is None:
        return escape(subject)
    return f"«{escape(title)}»" if "/" not in subject else f"{escape(subject)} («{escape(title)}»)"


def _moment(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]}, {at:%H:%M}."
