"""Words that come while others are shown: added, put in their place, or the same message once more."""

import pytest

from bot.ask.draft import Change, Draft, continued

FRESH = Draft(1, "", "Можно прийти с мамой?", is_fresh=True)
OLD = Draft(1, "", "Можно прийти с мамой?")


@pytest.mark.parametrize(
    ("earlier", "text", "words", "change"),
    [
        (None, "Когда?", "Когда?", Change.NONE),
        (Draft(1, "", "", sent=True, is_fresh=True), "Когда?", "Когда?", Change.NONE),
        (FRESH, "Ей семьдесят лет", "Можно прийти с мамой?\nЕй семьдесят лет", Change.ADDED),
        (OLD, "Ей семьдесят лет", "Ей семьдесят лет", Change.REPLACED),
        (FRESH, "Можно прийти с мамой?", "Можно прийти с мамой?", Change.NONE),
        (OLD, "Можно придти с мамой?", "Можно придти с мамой?", Change.REPLACED),
        (Draft(1, "", "Раз\nДва три", is_fresh=True), "Два три", "Раз\nДва три", Change.NONE),
        (Draft(1, "", "Раз\nДва три четыри", is_fresh=True), "Два три четыре", "Раз\nДва три четыре", Change.REPLACED),
        (Draft(1, "", "Раз\nДва", is_fresh=True), "Раз\nДва!", "Раз\nДва!", Change.REPLACED),
    ],
)
def test_what_is_shown_next(earlier: Draft | None, text: str, words: str, change: Change) -> None:
    assert continued(earlier, text) == (words, change)
