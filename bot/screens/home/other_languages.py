"""One sentence in the language of a message that is not Russian, with the way to a person."""

from html import escape

from bot.region.region import Region
from bot.screens.common_buttons import HOME, ask_librarian
from bot.screens.screen import Screen, row

# By ISO 639-1: the sentence with the button below, and with the telephone alone.
_SENTENCES = {
    "uk": (
        "Я відповідаю російською, а поговорити з людиною можна так: натисніть кнопку нижче або зателефонуйте {phone}.",
        "Я відповідаю російською, а поговорити з людиною можна за телефоном {phone}.",
    ),
    "be": (
        "Я адказваю па-руску, а пагаварыць з чалавекам можна так: націсніце кнопку ніжэй або патэлефануйце {phone}.",
        "Я адказваю па-руску, а пагаварыць з чалавекам можна па тэлефоне {phone}.",
    ),
    "tt": (
        "Мин русча җавап бирәм, ә кеше белән сөйләшү өчен түбәндәге төймәгә басыгыз яки {phone} номерына шалтыратыгыз.",
        "Мин русча җавап бирәм, ә кеше белән сөйләшү өчен {phone} номерына шалтыратыгыз.",
    ),
    "kk": (
        "Мен орысша жауап беремін, ал адаммен сөйлесу үшін төмендегі түймені басыңыз не {phone} нөміріне хабарласыңыз.",
        "Мен орысша жауап беремін, ал адаммен сөйлесу үшін {phone} нөміріне қоңырау шалыңыз.",
    ),
    "en": (
        "I answer in Russian; to reach a person, press the button below or call {phone}.",
        "I answer in Russian; to reach a person, call {phone}.",
    ),
}
LANGUAGES = frozenset(_SENTENCES)


def in_their_language(language: str | None, region: Region, *, can_ask: bool) -> Screen:
    """The sentence in that language; in Russian and English where it is none of those that are known."""
    phone = escape(region.phones[0].number) if region.phones else ""
    rows = (row(ask_librarian(), HOME),) if can_ask else (row(HOME),)
    known = _SENTENCES.get(language or "", ())
    sentences = known or (f"Я отвечаю только по-русски. {_SENTENCES['en'][0]}", _SENTENCES["en"][1])
    return Screen(sentences[0 if can_ask else 1].format(phone=phone), rows)
