"""Messages that are not words, and the moments when something is wrong."""

import re
from dataclasses import replace
from enum import StrEnum

from bot.privacy.rule import Secret
from bot.russian.normalize import bare_words
from bot.russian.words import plural
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.my_bookings.own_visit import MINE
from bot.screens.screen import Screen, row


class UnsupportedKind(StrEnum):
    """Kinds of messages the bot cannot read."""

    VOICE = "voice"
    PICTURE = "picture"
    DOCUMENT = "document"
    STICKER = "sticker"
    CONTACT = "contact"
    OTHER = "other"


_POINTING = re.compile(
    r"(?:(?:вот|это|тут|здесь|там|смотри|смотрите|посмотри|посмотрите|гляньте|глянь|взгляните|пожалуйста|у меня|"
    r"так|файл|фото|фотка|фотография|снимок|картинка|скриншот|скрин) ?)+"
    r"|(?:что|чего) (?:это|тут|здесь)(?: такое)?(?: за [а-я]+)?"
)

_ABOUT = {
    UnsupportedKind.PICTURE: (
        "Картинки я не вижу. Напишите словами, что на экране и что не получается.\n\n"
        "Фотографии документов не присылайте: они мне не нужны. Если на снимке документ, удалите сообщение."
    ),
    UnsupportedKind.DOCUMENT: (
        "Файлы я не открываю. Напишите вопрос словами.\n\n"
        "Документы не присылайте: они мне не нужны. Если в файле личные данные, удалите сообщение."
    ),
    UnsupportedKind.STICKER: "Спасибо! Чем помочь? Напишите вопрос словами, например: «забыл пароль».",
    UnsupportedKind.CONTACT: (
        "Телефон мне не нужен: я отвечаю здесь. Чужие номера лучше не присылать.\n\nНапишите вопрос словами."
    ),
    UnsupportedKind.OTHER: "Такое сообщение я прочитать не могу. Напишите вопрос обычными словами.",
}


def is_pointing(caption: str) -> bool:
    """«смотрите», «вот», «что это за окно?» below a file: the words speak of the file alone."""
    return bool(_POINTING.fullmatch(bare_words(caption)))


def cannot_read(kind: UnsupportedKind) -> Screen:
    """What to do instead of a message that the bot cannot read; of a voice bot.screens.home.dictation says it."""
    return Screen(_ABOUT[kind], (row(SHELVES, HOME),))


def no_words() -> Screen:
    """Only punctuation, emoji or unreadable signs."""
    return Screen(
        "Здесь нет слов, на которые можно ответить. Напишите вопрос, например: «не приходит СМС».",
        (row(SHELVES, HOME),),
    )


def another_language() -> Screen:
    """No Russian letter in the message."""
    text = (
        "Я понимаю только по-русски. Напишите вопрос русскими буквами.\n\n"
        "I answer in Russian only. Please write your question in Russian or ask a librarian to help you."
    )
    return Screen(text, (row(SHELVES, HOME),))


WAIT_A_LITTLE = "Подождите немного и нажмите ещё раз."  # over the button, for each press that comes too fast


def late_toast(words: str) -> Screen:
    """What should have stood over the button, when Telegram shows it there no longer."""
    return Screen(words)


def too_fast(seconds: int) -> Screen:
    """Asks to slow down after too many messages at once."""
    pause = plural(seconds, "секунду", "секунды", "секунд")
    return Screen(f"Вы пишете быстрее, чем я успеваю отвечать. Подождите {pause} и напишите ещё раз.")


def failure(code: str) -> Screen:
    """Says that something broke; the code leads the administrator to the log."""
    text = (
        "Не получилось ответить: у меня неполадка.\n\n"
        f"Попробуйте ещё раз через минуту. Если не поможет, назовите библиотекарю код: <b>{code}</b>."
    )
    return Screen(text, menu=True, for_presser=True)


def answered_late() -> Screen:
    """In place of answers that were owed for hours: they may be untrue by now."""
    text = (
        "Связь долго не работала, и я не ответил вам вовремя. Простите.\n\n"
        "Если вопрос ещё важен, напишите его снова. Если вы записывались, проверьте: «Мои записи». "
        "Если случилась беда, звоните 112."
    )
    return Screen(text, (row(MINE, HOME),))


_SECRETS = {
    Secret.CODE: "код",
    Secret.PASSWORD: "пароль",
    Secret.CARD: "номер банковской карты",
    Secret.SNILS: "СНИЛС",
    Secret.PASSPORT: "данные паспорта",
    Secret.INN: "ИНН",
    Secret.PHONE: "номер телефона",
    Secret.EMAIL: "адрес почты",
    Secret.POLICY: "номер полиса",
    Secret.ACCOUNT: "номер счёта",
    Secret.DOCUMENT: "номер документа",
}
_DANGEROUS = frozenset({Secret.CODE, Secret.PASSWORD, Secret.CARD})


def secret_seen(secrets: frozenset[Secret], *, again: bool = False) -> Screen:
    """A warning at once: never send this to anybody, delete the message; `again` asks for the words without it."""
    named, last = secrets_named(secrets), " Напишите ещё раз, уже без этого." if again else ""
    text = f"Осторожно: похоже, вы прислали личное — {named}.\n\nУдалите это сообщение: нажмите и держите его."
    if secrets & _DANGEROUS:
        text += (
            "\n\nПароли, коды и номера карт не говорите никому: ни мне, ни библиотекарю, ни «сотруднику» по телефону."
        )
    return Screen(f"{text}\n\nДля ответа это не нужно.{last}")


def or_postcode(warning: Screen) -> Screen:
    """The warning of six digits that may be a postal code of the region as well."""
    return replace(warning, text=f"{warning.text}\n\nЕсли это почтовый индекс, напишите его после слова «индекс».")


def secrets_named(secrets: frozenset[Secret]) -> str:
    """The kinds in words: «код, пароль»."""
    return ", ".join(_SECRETS[secret] for secret in Secret if secret in secrets)


_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def is_russian(text: str) -> bool:
    """Whether there is a Russian word to speak of."""
    return bool(_CYRILLIC.search(text))


def unreadable(text: str) -> Screen | None:
    """For a message without an answer: what is wrong with its letters, if anything."""
    if not _LETTER.search(text):
        return no_words()
    return None if is_russian(text) else another_language()
