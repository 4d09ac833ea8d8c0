"""A region is only data: on the screens of an invented one there is no word of ours."""

import re
from collections import deque
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.centres.places.place_names import read_place_words
from bot.faq.library import load
from bot.faq.live_faq import LiveFaq
from bot.maintenance.data_check import read
from bot.region.placeholders import fill
from bot.region.region import Region
from bot.safety.danger_file import load_dangers, untaught
from bot.safety.hosts import Standing
from bot.telegram.middlewares import Throttle
from tests.dialogue import Shown
from tests.region.invented_region import ZONE, invented_data
from tests.stage import IDS, StraightStage

OURS = re.compile(
    r"псков|великих лук|великие лук|печор|невел[ьея]|опочк|порхов|\bгдов|себеж|пушкиногор|pskov", re.IGNORECASE
)
BEGINNINGS = (
    *("/start", "/help", "/faq", "/centres", "/book", "/my", "/mydata", "/settings", "что ты умеешь", "кто ты"),
    *("Кедровск", "телефон библиотеки в кедровске", "мфц омулёво", "где подтвердить личность в омулёво", "в Москве"),
    *("позовите человека", "абракадабра тарабарская", "до скольки вы работаете", "код приходит на старый номер"),
)
STAFF = ("/start", "/help", "/today", "/week", "/hours", "/close", "/staff", "/desk", "/stats", "/status", "/questions")
ADDRESS = re.compile(r"https?://\S+|^• [a-z0-9.-]+\.[a-z]{2,}\S*", re.MULTILINE)
MOST = 2500  # presses of one walk
QUIET = re.compile(r"👍|👎|Записать|Да, |Сохранить|Плакат|Печать|Таблица|Показать на карте|Скачать|PDF", re.IGNORECASE)


def words(shown: Shown) -> str:
    return "\n".join((shown.text, *shown.labels, *shown.menu))


class Walk:
    """Presses whatever a person is shown, each kind of button's label once."""

    def __init__(self, stage: StraightStage, person: str) -> None:
        self._stage = stage
        self._person = person
        self._seen: set[str] = set()
        self._left: deque[tuple[str, int]] = deque()
        self.screens: list[str] = []

    async def say(self, text: str) -> None:
        await self._stage.say(self._person, text)
        self._look()

    async def press_all(self) -> None:
        for _ in range(MOST):
            if not self._left:
                return
            data, number = self._left.popleft()
            await self._stage.press_data(self._person, data, number)
            self._look()

    def _look(self) -> None:
        chat = IDS[self._person]
        for box in (self._stage.wire.inbox[chat], self._stage.wire.changes[chat]):
            self.screens += map(words, box)
            box.clear()
        for label, (number, data) in self._stage.wire.buttons[chat].items():
            if data not in self._seen and not QUIET.search(label):
                self._seen.add(data)
                self._left.append((data, number))


@pytest.mark.parametrize(("person", "beginnings", "enough"), [("anna", BEGINNINGS, 300), ("gleb", STAFF, 40)])
async def test_no_screen_of_another_region_speaks_of_ours(
    tmp_path: Path, person: str, beginnings: tuple[str, ...], enough: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Throttle.__init__, "__defaults__", (10**6, 1, 10))
    data = invented_data(tmp_path)
    faq = LiveFaq(data / "faq", read_place_words(data))
    stage = StraightStage(tmp_path, live_faq=faq, data_dir=data, timezone=ZONE)
    await stage.open()
    walk = Walk(stage, person)

    for text in beginnings:
        await walk.say(text)
    await walk.press_all()
    await stage.close()

    assert len(walk.screens) > enough
    said = [ADDRESS.sub("", screen) for screen in walk.screens]  # a source of an article may be of any region
    assert [found for screen in said for found in OURS.findall(screen)] == []
    assert any("Кедровск" in screen for screen in walk.screens)


def test_no_article_of_another_region_speaks_of_ours(tmp_path: Path) -> None:
    library, problems = load(invented_data(tmp_path) / "faq")

    texts = [text for one in library.articles for text in (one.title, *one.variants, one.body)]

    assert problems == []
    assert [text for text in texts if OURS.search(text) or "{" in text] == []
    assert "Ветеран труда Таёжного края" in str(library.article("srv-veteran"))


def test_our_own_facts_stand_in_the_articles_of_our_region() -> None:
    library, _ = load(Path("data/faq"))

    assert "Псковской области были карты и проездные" in str(library.article("transport-benefit"))
    assert "Ветеран труда Псковской области" in str(library.article("srv-veteran"))
    assert [one.id for one in library.articles if "{local}" in one.body] == []


def test_a_file_of_a_region_from_before_the_forms_fills_them_too() -> None:
    old = Region("Лесная область", "Лесной области")

    assert fill("{In_region}, {in_capital}.{local}", old, "a") == "В Лесной области, в Лесной области."


def test_a_text_with_another_regions_name_is_found(tmp_path: Path) -> None:
    data = invented_data(tmp_path)
    file = data / "faq" / "safety" / "safe-bot.md"
    file.write_text(
        file.read_text(encoding="utf-8") + "\nТак в Псковской области. И {of_rgion}.\n", encoding="utf-8", newline="\n"
    )

    told = [str(one) for one in read(data, ZoneInfo(ZONE)).problems if one.file == file]

    assert any("названа другая область: «Псковской области»" in one for one in told)
    assert any("{of_rgion} нечем заполнить" in one for one in told)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Так делали в Пскове и в Москве.", "назван город другой области: «Пскове», Псковская область"),
        ("Спросите в Печорах.", "назван город другой области: «Печорах», Псковская область"),
        ("Так делали в Кедровске.", "область названа прямо: «Кедровске»"),
    ],
)
def test_a_bare_town_in_a_shared_text_is_found(tmp_path: Path, text: str, reason: str) -> None:
    data = invented_data(tmp_path)
    file = data / "faq" / "safety" / "safe-bot.md"
    file.write_text(file.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8", newline="\n")

    told = [str(one) for one in read(data, ZoneInfo(ZONE), untaught).problems if one.file == file]

    named = [one for one in told if "другой области" in one or "названа прямо" in one]
    assert len(named) == 1  # Moscow is a region itself
    assert reason in named[0]


def test_the_sites_of_another_region_are_its_own(tmp_path: Path) -> None:
    of_region = "mfc.pskov.ru pskovlib.ru"
    ours, _ = load_dangers(Path("data/danger.yaml"), model_for=untaught)
    theirs, _ = load_dangers(invented_data(tmp_path) / "danger.yaml", model_for=untaught)

    assert ours is not None
    assert theirs is not None
    assert {host.standing for host in ours.recogniser.rules.hosts.find(of_region)} == {Standing.KNOWN}
    assert {host.standing for host in theirs.recogniser.rules.hosts.find(of_region)} == {Standing.UNKNOWN}


def test_our_own_name_written_out_in_a_shared_text_is_found(tmp_path: Path) -> None:
    data = invented_data(tmp_path)
    file = data / "faq" / "safety" / "safe-bot.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nТак в Таёжном крае.\n", encoding="utf-8", newline="\n")

    told = [str(one) for one in read(data, ZoneInfo(ZONE)).problems if one.file == file]

    assert any("область названа прямо: «Таёжном крае»" in one for one in told)
