"""Screens of /notice: an important message written, shown, seen and taken away by admins."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from html import escape

from bot.banner.banner import ALL, FRAUD, LONGEST, PORTAL, SHORTEST, Banner, BannerFault, BannerTakenError
from bot.region.topics import Topic
from bot.russian.time.doubts import Unsure
from bot.russian.words import moment, plural
from bot.screens import unsure as doubts
from bot.screens.actions import StopAsking
from bot.screens.banner.actions import NameBannerTopic, RemoveBanner, ReplaceBanner, ShowBanner, WriteBanner
from bot.screens.banner.shown import shown
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Row, Screen, column, row

_MINUTE = timedelta(minutes=1)
_SCOPES = {
    ALL: "над всеми ответами",
    PORTAL: "над ответами о входе на портал и регистрации",
    FRAUD: "над ответами о мошенниках",
}
_BUTTONS = {ALL: "Над всеми ответами", PORTAL: "О входе на портал", FRAUD: "О мошенниках"}
_ENDS = "«до 18:00», «до завтра», «на три дня»"

TitleOf = Callable[[str], str]  # of a topic by its id


def overview(banners: Sequence[Banner], title_of: TitleOf, zone: tzinfo) -> Screen:
    """What citizens are shown now, each with the way to take it away."""
    lines = [f"{n}. {escape(one.text)}\n{_about(one, title_of, zone)}" for n, one in enumerate(banners, 1)]
    buttons = [Button(f"Убрать {n}", RemoveBanner(one.id)) for n, one in enumerate(banners, 1)]
    text = "\n\n".join(("<b>Сейчас люди видят</b>", *lines))
    return Screen(text, (*column(buttons), row(Button("Написать ещё одно", WriteBanner())), row(HOME)))


def ask_text() -> Screen:
    """Asks for the words."""
    text = (
        f"Напишите, что людям важно знать: одна-две фразы, до {LONGEST} знаков. Например: «На портале сбой, войти не "
        "получается. Попробуйте вечером.»\n\nЛюди увидят это над ответами и по кнопке «Начать»."
    )
    return Screen(text, (_CANCEL,))


def ask_end(text: str) -> Screen:
    """Asks until when the words are shown."""
    return Screen(f"«{escape(text)}»\n\nДо какого времени показывать? Например: {_ENDS}.", (_CANCEL,))


def fault(found: BannerFault, signs: int) -> Screen:
    """Says why the words cannot be shown, and asks for others."""
    words = {
        BannerFault.LONG: (
            f"Это слишком длинно: {plural(signs, 'знак', 'знака', 'знаков')}, а над ответом помещается {LONGEST}. "
            "Оставьте главное."
        ),
        BannerFault.LINK: (
            "Ссылок и адресов над ответами не показываю: мошенники приучают на них нажимать. "
            "Напишите то же словами, без адреса."
        ),
        BannerFault.SHORT: f"Это слишком коротко: нужно хотя бы {SHORTEST} знаков. Напишите фразу целиком.",
        BannerFault.FOREIGN: "Здесь нет русских слов. Напишите, что людям важно знать.",
    }
    return Screen(words[found], (_CANCEL,))


def unclear_end(unsure: Unsure) -> Screen:
    """Asks again until when."""
    return Screen(f"{doubts.question(unsure)} Напишите, до какого времени показывать: {_ENDS}.", (_CANCEL,))


def open_ended() -> Screen:
    """Asks for an end where it is said that none is known."""
    text = (
        "Без конца не показываю: о таком сообщении забывают. Напишите конец с запасом, убрать раньше можно в любую "
        f"минуту: /notice. Например: {_ENDS}."
    )
    return Screen(text, (_CANCEL,))


def left_unshown() -> Screen:
    """Confirms that nothing of it was shown."""
    return Screen("Хорошо, не показываю: люди ничего не увидели.", (row(HOME),))


def none_shown() -> Screen:
    """There is nothing to take away."""
    text = "Сейчас над ответами ничего не показываю, убирать нечего."
    return Screen(text, (row(Button("Написать сообщение", WriteBanner())), row(HOME)))


def ask_removal(banner: Banner, title_of: TitleOf, zone: tzinfo) -> Screen:
    """Asks whether the one message is to be taken away."""
    text = f"Сейчас люди видят: «{escape(banner.text)}»\n{_about(banner, title_of, zone)}\n\nУбрать?"
    return Screen(
        text, (row(Button("Да, убрать", RemoveBanner(banner.id))), row(Button("Нет, оставить", StopAsking())))
    )


def too_far(days: int) -> Screen:
    """Says that an important message does not stand for so long."""
    text = (
        f"Это слишком далеко: важное сообщение показываю не дольше {plural(days, 'дня', 'дней', 'дней')}. "
        f"То, что верно надолго, пишут в ответ: /faqedit. Напишите конец ближе: {_ENDS}."
    )
    return Screen(text, (_CANCEL,))


def preview(banner: Banner, zone: tzinfo) -> Screen:
    """The words as citizens will see them, until when, and the question above which answers."""
    choices = tuple(ShowBanner(banner.id, scope) for scope in _BUTTONS)
    buttons = [Button(label, action) for label, action in zip(_BUTTONS.values(), choices, strict=True)]
    more = Button("Другая тема", NameBannerTopic(banner.id))
    text = (
        f"{shown(banner, zone)}\n\n<b>Показать людям?</b> {_until(banner, zone)}. "
        "Потом уберу сам. Выберите, над какими ответами; по кнопке «Начать» увидят все.\n\n"
        "Другой конец или другие слова? Напишите. Не нужно — «нет»."
    )
    return Screen(text, (*column((*buttons, more)), _CANCEL), choices=(*choices, more.action))


def which_topic(banner: Banner, topics: Sequence[Topic]) -> Screen:
    """The topics above whose answers it can be shown."""
    others = [topic for topic in topics if topic.id not in {FRAUD, "other"}]
    choices = tuple(ShowBanner(banner.id, topic.id) for topic in others)
    buttons = [Button(topic.title, action) for topic, action in zip(others, choices, strict=True)]
    text = f"«{escape(banner.text)}»\n\nНад ответами на какую тему показать?"
    return Screen(text, (*column(buttons), _CANCEL), choices=choices)


def taken(error: BannerTakenError, title_of: TitleOf, zone: tzinfo) -> Screen:
    """Another admin's message stands there: which, and the choice."""
    mine, other = error.mine, error.other
    text = (
        f"Здесь уже другое сообщение: «{escape(other.text)}»\n{_about(other, title_of, zone)}\n\n"
        f"Ваше: «{escape(mine.text)}»\n\nЗаменить его вашим?"
    )
    instead = row(Button("Да, заменить", ReplaceBanner(mine.id, other.id)))
    return Screen(text, (instead, row(Button("Нет, оставить прежнее", StopAsking()))))


def now_shown(banner: Banner, title_of: TitleOf, zone: tzinfo) -> Screen:
    """Confirms that citizens see it, with the way back."""
    text = f"Люди уже видят: «{escape(banner.text)}»\n{_about(banner, title_of, zone)}"
    return Screen(text, (row(_remove(banner)), row(HOME)))


def removed(banner: Banner) -> Screen:
    """Confirms that citizens see it no more."""
    text = f"Убрал, люди этого больше не видят: «{escape(banner.text)}»"
    return Screen(text, (row(Button("Написать другое", WriteBanner())), row(HOME)))


def gone() -> Screen:
    """The draft or the message is there no more."""
    text = "Этого сообщения уже нет: его убрали, заменили или вышел его срок. Написать заново: /notice."
    return Screen(text, (row(HOME),))


def shown_by_other(banner: Banner, title_of: TitleOf, zone: tzinfo) -> Screen:
    """Tells another admin what citizens see now."""
    text = f"Важное сообщение людям: «{escape(banner.text)}»\n{_about(banner, title_of, zone)}"
    return Screen(text, (row(_remove(banner)),))


def removed_by_other(banner: Banner, name: str) -> Screen:
    """Tells another admin what citizens see no more."""
    by = f" Убрал администратор: {escape(name)}." if name else ""
    return Screen(f"Люди больше не видят: «{escape(banner.text)}»{by}")


def ended(banner: Banner) -> Screen:
    """Tells the author that the end has come."""
    text = f"Срок вышел, люди больше не видят: «{escape(banner.text)}»"
    return Screen(text, (row(Button("Написать другое", WriteBanner())),))


def _about(banner: Banner, title_of: TitleOf, zone: tzinfo) -> str:
    where = _SCOPES.get(banner.scope) or f"над ответами на тему «{escape(title_of(banner.scope))}»"
    who = f" Показал администратор: {escape(banner.name)}." if banner.name else ""
    return f"<i>Видно {where} и по кнопке «Начать». {_until(banner, zone)}.{who}</i>"


def _until(banner: Banner, zone: tzinfo) -> str:
    """«До 18:00» with its day; of an end at midnight the last day."""
    until: datetime = banner.until.astimezone(zone)
    if until.hour == until.minute == 0:
        return f"До конца дня: {moment(until - _MINUTE).rpartition(', ')[0]}"
    return f"До {until:%H:%M}, {moment(until).rpartition(', ')[0]}"


def _remove(banner: Banner) -> Button:
    return Button("Убрать", RemoveBanner(banner.id))


_CANCEL: Row = row(Button("Не показывать", StopAsking()))
