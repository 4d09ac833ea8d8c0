"""Orders to the bot that a librarian types where an answer to a citizen is awaited."""

import re

from bot.russian.normalize import bare_words

_MOST_WORDS = 6
# What the bot keeps for librarians: «дайте паспорт» and «список документов» are of something else.
_KEPT = (
    r"(?:запис|посетител|люд|очеред|лист|журнал|статистик|показател|цифр|отч[её]т|сводк|плакат|вопрос|ждущ|визит|консультац"
    r"|список|день|сегодня|завтра|послезавтра|вчера|недел|на |за |кто )\w*"
)
_ORDER = re.compile(
    rf"(?:(?:покажи(?:те)?|выведи|дай(?:те)?|напечатай(?:те)?)(?: (?:мне|нам|пожалуйста|еще|все|всю|весь))* {_KEPT}"
    rf"|(?:статистика|показатели|лист дня|журнал дня)(?! (?:не|нужн))|список(?: {_KEPT}|$)"
    r"|сколько (?:человек )?(?:у (?:нас|меня) )?(?:записано|записалось|прид[её]т|пришло)"
    r"|кто (?:у (?:нас|меня) )?(?:записан|записался|прид[её]т))\b"
)
_ORDER_ALONE = re.compile(r"(?:отч[её]т за \w+(?: \d{4})?|плакат|вопросы|кто жд[её]т ответа|пришли без записи)")
_TO_A_PERSON = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w*)\b")


def is_order_of_librarian(text: str) -> bool:
    """Whether the words have the form of an order for lists and figures: «кто придёт в понедельник»."""
    words = bare_words(text)
    if _ORDER_ALONE.fullmatch(words):
        return True
    is_one_clause = "," not in text and len(words.split()) <= _MOST_WORDS
    return is_one_clause and bool(_ORDER.match(words)) and not _TO_A_PERSON.search(words)
