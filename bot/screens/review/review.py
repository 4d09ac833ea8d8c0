"""Screens of /review: an answer or a card as citizens see it, with what it rests on."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, tzinfo
from html import escape
from urllib.parse import urlsplit

from bot.centres.card_edits import CardPart
from bot.centres.centre import Centre
from bot.faq import markup
from bot.faq.article import Article, Confidence
from bot.review.subject import ReviewCount, ReviewItem, ReviewKind, ReviewMark
from bot.russian.words import day_in_full, moment, plural
from bot.screens.centre_edits.actions import MendCard
from bot.screens.centre_edits.field_values import NO_BOOKING, UNKNOWN, value
from bot.screens.common_buttons import HOME
from bot.screens.faq.answers import TEXT_LIMIT
from bot.screens.faq.editing_actions import MendArticle
from bot.screens.review.actions import ConfirmReviewed, PutOffReview, StartReview, TakeBackReview
from bot.screens.screen import Button, Row, Screen, row

RIGHT, MEND, LATER = "✅ Верно", "Поправить", "Позже"
_SOURCES = 8
_NEXT = {ReviewKind.ARTICLE: "Следующий ответ", ReviewKind.CENTRE: "Следующая карточка"}
_MEANT = {
    ReviewKind.ARTICLE: (
        "«Верно» — вы открыли источники и сверили каждый шаг. Люди увидят «Проверено» с сегодняшним днём{}."
    ),
    ReviewKind.CENTRE: "«Верно» — вы узнали это в самом центре. Люди увидят «Проверено» с сегодняшним днём.",
}
_MISSING = {
    CardPart.HOURS: "часов",
    CardPart.PHONE: "телефона",
    CardPart.ADDRESS: "адреса",
    CardPart.SERVICES: "с чем помогают",
    CardPart.CONSULTATIONS: "часов записи",
}


def choose(counts: Mapping[ReviewKind, ReviewCount]) -> Screen:
    """What is left of the kinds that the person may review, and with what to begin."""
    titles = {ReviewKind.ARTICLE: "Ответы", ReviewKind.CENTRE: "Карточки центров"}
    if not any(count.left for count in counts.values()):
        return Screen("Сверять нечего: всё сверено.", (row(HOME),))
    left = "\n".join(f"{titles[kind]}: не сверены {count.left} из {count.total}." for kind, count in counts.items())
    text = f"<b>Сверка</b>\n\n{left}\n\nПокажу по одному, как видят люди, начиная с самых нужных. Что будем сверять?"
    buttons = [Button(titles[kind], StartReview(kind)) for kind, count in counts.items() if count.left]
    return Screen(text, (row(*buttons), row(HOME)), choices=tuple(button.action for button in buttons))


def article(item: ReviewItem, found: Article, done: str = "") -> Screen:
    """The whole answer in the look that citizens get, then its sources and what confirming means."""
    shown = markup.pages((f"<b>{escape(found.title)}</b>", *markup.blocks(found.body)), TEXT_LIMIT)
    link = " и ссылку на портал" if found.link else ""
    text = _paragraphs(_head(item, found.title), "\n".join(_sources(found)), _MEANT[item.kind].format(link))
    return Screen(text, _ways(item), before=_before(done, *shown))


def centre(item: ReviewItem, found: Centre, shown: Screen, now: datetime, done: str = "") -> Screen:
    """The card as citizens see it, then what it lacks, its sources and what confirming means."""
    lacks = [words for part, words in _MISSING.items() if value(found, part, now) in {UNKNOWN, NO_BOOKING}]
    missing = f"Не хватает: {', '.join(lacks)}." if lacks else ""
    sources = "\n".join(f"• {escape(source)}" for source in found.sources[:_SOURCES])
    told = f"Откуда сведения:\n{sources}" if sources else "Откуда сведения, не записано."
    text = _paragraphs(_head(item, found.short_name), missing, told, _MEANT[item.kind])
    return Screen(text, _ways(item), before=_before(done, *shown.before, shown.text))


def confirmed() -> str:
    """The line above the next subject."""
    return "Записал: сверено сегодня."


def taken_back() -> str:
    """The line above the next subject, where the last confirmation was taken back."""
    return "Вернул: это снова не сверено."


def taking_back(kind: ReviewKind, subject: str, former: date | None) -> Row:
    """The way to take a confirmation back with one press."""
    return row(Button("Вернуть прошлый", TakeBackReview(kind, subject, former.isoformat() if former else "-")))


def put_off() -> str:
    """The line above the next subject, where one was put off."""
    return "Отложил: покажу после остальных."


def nothing_left(count: ReviewCount, kind: ReviewKind, done: str = "") -> Screen:
    """Nothing more for this person: all is confirmed, or others read the rest."""
    if count.left:
        text = f"Остальное сейчас читают другие: {count.left}. Загляните через полчаса: /review."
    else:
        text = "Все ответы сверены." if kind is ReviewKind.ARTICLE else "Все карточки сверены."
    return Screen(_paragraphs(done, text), (row(HOME),))


def already(mark: ReviewMark | None, zone: tzinfo, kind: ReviewKind, *, own: bool) -> Screen:
    """Somebody has confirmed it before: who and when."""
    if mark is None:
        text = "Это уже сверено."
    elif own:
        text = f"Вы это уже сверили: {moment(mark.at.astimezone(zone))}."
    else:
        text = f"Это уже сверил другой администратор: {escape(mark.name)}, {moment(mark.at.astimezone(zone))}."
    return Screen(text, (row(Button(_NEXT[kind], StartReview(kind))), row(HOME)))


def checked_since(mark: ReviewMark | None, zone: tzinfo, kind: ReviewKind) -> Screen:
    """Nothing is taken back: the check that stands now is another than the one of the button."""
    if mark is None:
        text = "Ничего не вернул: с тех пор это сверили ещё раз, или прошло слишком много времени."
    else:
        when = moment(mark.at.astimezone(zone))
        text = f"Ничего не вернул: после вас это сверил другой администратор: {escape(mark.name)}, {when}."
    return Screen(text, (row(Button(_NEXT[kind], StartReview(kind))), row(HOME)))


def changed(kind: ReviewKind) -> Screen:
    """It was changed while it was read."""
    text = "Пока вы читали, это изменили. Прочтите ещё раз."
    return Screen(text, (row(Button("Показать", StartReview(kind))), row(HOME)))


def gone(kind: ReviewKind) -> Screen:
    """It is there no more."""
    return Screen("Этого больше нет.", (row(Button(_NEXT[kind], StartReview(kind))), row(HOME)))


def not_written(reason: str) -> Screen:
    """The file could not be written."""
    text = f"Записать не получилось: {escape(reason[:300])}. Проверьте права на папку данных и файлы: /data."
    return Screen(text, (row(HOME),))


def not_served(reason: str) -> Screen:
    """The file has the day, and people do not see it yet."""
    text = (
        f"В файл записал, но люди увидят это позже: файлы сейчас не читаются. {escape(reason[:300])} Проверить: /data."
    )
    return Screen(text, (row(HOME),))


def _head(item: ReviewItem, name: str) -> str:
    """What is left, and what the buttons below are about: its text stands above, out of sight on a phone."""
    asked = f" Спрашивали: {plural(item.asked, 'раз', 'раза', 'раз')}." if item.asked else ""
    return f"<b>Сверка: осталось {item.left} из {item.total}.</b>{asked}\n{escape(name)}"


def _sources(found: Article) -> Iterator[str]:
    if found.confidence is Confidence.PARTIAL:
        yield "Источники не всё подтверждают."
    yield "Источники:" if found.sources else "Источников нет."
    for source in found.sources[:_SOURCES]:
        yield f"• {_site_of(source.url)}" + (f", {escape(source.date)}" if source.date else "")
    if found.link:
        shown = found.link.partition("://")[2].removeprefix("www.").rstrip("/")
        yield f'Ссылка для людей: <a href="{escape(found.link)}">{escape(shown)}</a>'
    if found.review_by:
        yield f"Перечитать до: {day_in_full(found.review_by)}"


def _site_of(url: str) -> str:
    """The site as a link: a whole address takes three lines of a phone, and the buttons go out of sight."""
    host = urlsplit(url).hostname
    if host is None:
        return escape(url)
    with suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    return f'<a href="{escape(url)}">{escape(host.removeprefix("www."))}</a>'


def _ways(item: ReviewItem) -> tuple[Row, ...]:
    mend = MendArticle(item.subject) if item.kind is ReviewKind.ARTICLE else MendCard(item.subject)
    return (
        row(Button(RIGHT, ConfirmReviewed(item.kind, item.subject, item.version))),
        row(Button(MEND, mend), Button(LATER, PutOffReview(item.kind, item.subject))),
        row(HOME),
    )


def _before(*texts: str) -> tuple[str, ...]:
    return tuple(filter(None, texts))


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))
