"""One sentence for those who write in another language, in that language."""

from collections.abc import Mapping

from bot.region.region import Region
from bot.screens.centres.actions import FindCentre
from bot.screens.common_buttons import HOME, ask_librarian, phones
from bot.screens.screen import Button, Screen, row

_SENTENCES: Mapping[str, str] = {
    "uk": "Я відповідаю російською. Напишіть кілька простих слів російською або запитайте людину: натисніть кнопку.",
    "be": "Я адказваю па-руску. Напішыце некалькі простых слоў па-руску або спытайце чалавека: націсніце кнопку.",
    "tt": "Мин русча җавап бирәм. Русча берничә гади сүз языгыз яки кешедән сорагыз: төймәгә басыгыз.",
    "kk": "Мен орысша жауап беремін. Орысша бірнеше қарапайым сөз жазыңыз немесе адамнан сұраңыз: түймені басыңыз.",
    "en": "I answer in Russian. Please write a few simple words in Russian, or ask a person: press the button.",
}
_RUSSIAN = "Я отвечаю по-русски. Можно спросить человека: нажмите кнопку или позвоните."


def russian_only(lang: str | None, region: Region, *, can_ask: bool) -> Screen:
    """The sentence, of a language that is not known in English; below it the same in Russian for a helper beside."""
    sentence = _SENTENCES.get(lang or "", _SENTENCES["en"])
    ask = (row(ask_librarian()),) if can_ask else ()
    place = row(Button("📍 Ближайший центр", FindCentre()))
    return Screen(f"{sentence}\n\n{_RUSSIAN}\n\n{phones(region)}", (*ask, place, row(HOME)))
