"""The first words, help, settings and privacy."""

from collections.abc import Sequence
from html import escape

from bot.people import Reminders
from bot.region.region import Region
from bot.russian.words import plural
from bot.screens.common_buttons import HOME, SHELVES, phones
from bot.screens.home.actions import ForgetMe, SetReadingAloud, ShowMyData
from bot.screens.my_bookings.actions import SetReminders
from bot.screens.screen import Button, LinkButton, Screen, column, row


def welcome(region: Region, *, can_book: bool) -> Screen:
    """Who speaks, what it can do, how to begin."""
    booking = ", и запишу туда, где открыта запись" if can_book else ""
    text = (
        f"Здравствуйте! Я БиблиоГос, помощник библиотек {escape(region.of_region)}.\n\n"
        "Отвечаю на вопросы о Госуслугах: как зарегистрироваться, войти, подтвердить личность. "
        f"Подскажу, где помогут рядом с вами{booking}.\n\n"
        "Напишите вопрос своими словами, как спросили бы человека. Или выберите кнопку внизу.\n\n"
        "Плохо видно экран? Напишите: «читай вслух».\n\n"
        "Не присылайте мне пароли, коды из СМС и номера документов. Они мне не нужны."
    )
    return Screen(text, menu=True)


def home() -> Screen:
    """The main menu after everything begun was dropped."""
    return Screen("Главное меню внизу экрана. Выберите кнопку или напишите вопрос своими словами.", menu=True)


def help_(region: Region) -> Screen:
    """How to use the bot."""
    text = (
        "<b>Как мной пользоваться</b>\n\n"
        "1. Напишите вопрос: например, «не приходит СМС». Ошибки не страшны.\n"
        "2. Если я не уверен, покажу похожие вопросы. Выберите свой.\n"
        "3. Под ответом есть кнопки: спросить библиотекаря, прийти в библиотеку за помощью, другие вопросы.\n\n"
        "Трудно печатать? Нажмите микрофон на клавиатуре телефона и скажите вопрос: телефон напечатает его сам.\n\n"
        "<b>Команды</b>\n"
        "/faq — все вопросы по темам\n"
        "/ask — спросить библиотекаря\n"
        "/book — прийти в библиотеку за помощью\n"
        "/my — мои записи: перенести, отменить\n"
        "/settings — чтение вслух и напоминания\n"
        "/privacy — что я о вас знаю\n"
        "/forget — стереть всё обо мне\n"
        "/cancel — отменить начатое\n\n"
        f"{phones(region)}"
    )
    return Screen(text, menu=True)


def settings(wish: Reminders | None, *, aloud: bool) -> Screen:
    """What a person may want otherwise; no wish where nothing is booked here."""
    state = "включён: пишу без картинок" if aloud else "выключен"
    text = (
        "<b>Настройки</b>\n\n"
        f"Режим для чтения вслух {state}.\n"
        "Он для тех, кому сообщения читает телефон: без картинок и значков, сначала коротко, у каждой кнопки номер. "
        "Включить словами: «читай вслух», выключить: «не читай вслух»."
    )
    label = "Выключить режим для чтения вслух" if aloud else "Включить режим для чтения вслух"
    toggle = row(Button(label, SetReadingAloud(not aloud)))
    if wish is None:
        return Screen(text, (toggle, row(HOME)))
    others = column(Button(words, SetReminders(one.eve, one.soon)) for one, words in _REMIND.items() if one != wish)
    return Screen(f"{text}\n\n{_reminded(wish)}", (toggle, *others, row(HOME)))


def offer_aloud() -> Screen:
    """Asks those who see badly, and those who only have no glasses at hand."""
    text = (
        "Могу писать так, чтобы телефон читал мои ответы вслух: без картинок, сначала коротко, у каждой кнопки номер. "
        "Включить? Можно написать «да» или «читай вслух»."
    )
    return Screen(text, (row(Button("Да, включить", SetReadingAloud(on=True)), Button("Нет, не надо", HOME.action)),))


def reminders_changed(wish: Reminders) -> Screen:
    """Shows which reminders are on now."""
    return Screen(f"Хорошо. {_reminded(wish)}\n\nИзменить: /settings. Ваши записи: /my", (row(HOME),))


def settings_changed(*, aloud: bool) -> Screen:
    """Shows the changed settings; the menu below changes with them."""
    if not aloud:
        return Screen("Режим для чтения вслух выключен.\n\nИзменить: /settings", menu=True)
    text = (
        "Режим для чтения вслух включён. Теперь пишу без картинок. Читает вслух сам телефон: "
        "включите в нём программу чтения с экрана.\n\n"
        "Сначала даю короткий ответ. Остальное — словом «дальше». Повторить — «повтори».\n"
        "У каждой кнопки есть номер: можно написать или сказать «второй», «последнее».\n\n"
        "Выключить: «не читай вслух» или /settings"
    )
    return Screen(text, menu=True)


_REMIND = {
    Reminders(eve=True, soon=True): "Напоминать накануне и за два часа",
    Reminders(eve=True, soon=False): "Напоминать только накануне",
    Reminders(eve=False, soon=True): "Напоминать только за два часа",
    Reminders(eve=False, soon=False): "Не напоминать о записях",
}


def _reminded(wish: Reminders) -> str:
    match wish:
        case Reminders(eve=True, soon=True):
            return "О записи напоминаю дважды: накануне вечером и за два часа."
        case Reminders(eve=True):
            return "О записи напоминаю один раз: накануне вечером."
        case Reminders(soon=True):
            return "О записи напоминаю один раз: за два часа."
        case _:
            return "О записях не напоминаю."


def privacy(retention_days: int) -> Screen:
    """What is kept, why, and how to erase it."""
    days = plural(retention_days, "день", "дня", "дней")
    text = (
        "<b>Что я знаю о вас</b>\n\n"
        "1. Номер вашего чата в Telegram: без него нельзя ответить.\n"
        "2. Ваш выбор в настройках.\n"
        "3. Вопросы, которые вы передали библиотекарю, и те, на которые я не смог ответить. "
        f"Хранятся {days}. Номера документов, телефоны и коды я прячу сразу. "
        "Последний вопрос помню десять минут, чтобы понять следующий, и нигде не записываю. "
        "Голосовое для библиотекаря не слушаю и не храню: оно остаётся в чатах, вашем и библиотекарей.\n"
        "4. Ваши записи и места в очереди: как вас называть, тема, центр, время, код, чем закончился визит; "
        "причина отмены и оценка, если вы их назвали. "
        f"Их видят библиотекари этого центра. Через {days} после визита я стираю, кто приходил.\n"
        "5. Счёт обращений для отчёта библиотеки: без имён и без ваших слов.\n"
        "6. Если вы здесь работаете: имя в списке, взятые визиты, правки карточек, закрытые часы.\n\n"
        "Фамилию, телефон и документы я не спрашиваю никогда.\n\n"
        "Стереть всё: /forget"
    )
    show = row(Button("Показать мои данные", ShowMyData()))
    return Screen(text, (show, row(Button("Стереть всё обо мне", ForgetMe(sure=False))), row(HOME)))


def forget_first(roles: Sequence[str] = ()) -> Screen:
    """Asks once more before erasing, which cannot be undone; `roles` are lost with it: «библиотекарем»."""
    lost = escape("; ".join(roles))
    role = (
        f"\n\n<b>Вы перестанете быть {lost}</b>: рабочие кнопки и команды пропадут, вопросы и записи приходить "
        "не будут. Вернуть роль сможет только новое приглашение."
    )
    text = (
        "Стереть всё, что я о вас храню?\n\n"
        "Исчезнут настройки и вопросы библиотекарю. Записи, которые впереди, отменятся, "
        "из очередей вы выйдете. Вернуть это нельзя."
        f"{role if roles else ''}"
    )
    return Screen(text, (row(Button("Да, стереть", ForgetMe(sure=True))), row(Button("Нет, оставить", HOME.action))))


def forgotten() -> Screen:
    """Confirms that the person's data was erased."""
    text = (
        "Готово. Я стёр всё, что хранил о вас. Записи, если были, отменены: приходить не нужно.\n\n"
        "Сообщения в этом чате остаются у вас в Telegram: удалить их можете только вы."
    )
    return Screen(text, menu=True)


def in_private(link: str) -> Screen:
    """Says in a group that this concerns the person alone, with the way to the private chat."""
    text = "Об этом лучше лично: в группе читают и другие. Напишите мне лично, там и отвечу."
    return Screen(text, (row(LinkButton("Написать мне лично", link)),))


def outdated() -> Screen:
    """Answers an old or unknown button or link."""
    return Screen(
        "Эта кнопка устарела. Выберите, что нужно, в меню внизу или напишите вопрос.", menu=True, for_presser=True
    )


def old_link() -> Screen:
    """Answers a deep link that leads nowhere any more."""
    text = "Эта ссылка устарела. Но я на месте: напишите вопрос своими словами или выберите тему."
    return Screen(text, (row(SHELVES, HOME),))
