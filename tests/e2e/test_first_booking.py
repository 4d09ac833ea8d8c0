"""A region of which nothing is known in the morning has its first booking by docs/first-booking.md alone."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import logs
from bot.centres.places.place_names import read_place_words
from bot.centres.workbook.table import CentreColumn as Column
from bot.faq.live_faq import LiveFaq
from bot.maintenance.data_check import read
from bot.safety.danger_file import untaught
from tests.centres.workbook.filled import fill
from tests.commands.terminal import Terminal
from tests.dialogue import Player
from tests.dialogue import read as read_dialogue
from tests.stage import straight_stage

TALK = Path(__file__).with_name("first_booking") / "chat.txt"
DISTRICTS = """\
Округ;Центр;Прежнее название
Боровичский муниципальный округ;Боровичи
Старорусский муниципальный район;Старая Русса;Старорусский округ
"""
LIBRARIES = (
    {
        Column.NAME: "Боровичская центральная библиотека",
        Column.MUNICIPALITY: "Боровичский муниципальный округ",
        Column.SETTLEMENT: "Боровичи",
        Column.PHONE: "8 (81664) 2-00-01",
        Column.HOURS: "пн-пт 10-18, сб 10-16, вс выходной",
        Column.RECEIVES: "да",
        Column.RECEPTION: "вт, чт 11-17",
    },
    {
        Column.NAME: "Опеченская сельская библиотека",
        Column.MUNICIPALITY: "Боровичский район",
        Column.SETTLEMENT: "с. Опеченский Посад",
        Column.HOURS: "вт-сб 10-17",
        Column.SERVICES: "консультации по Госуслугам",
    },
    {
        Column.NAME: "Старорусская библиотека",
        Column.MUNICIPALITY: "Старорусский муниципальный район",
        Column.SETTLEMENT: "Старая Русса",
        Column.HOURS: "как обычно",
    },
)


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """The command line of a machine with the program and no data of its own."""
    environment: dict[str, str] = {}
    monkeypatch.setattr("os.environ", environment)
    monkeypatch.chdir(tmp_path)
    logs.set_up("error")
    return Terminal(environment, capsys, monkeypatch)


def begun(terminal: Terminal, folder: Path) -> str:
    (folder / "округа.csv").write_text(DISTRICTS, encoding="cp1251")  # as Excel saves it
    named = ("--name", "Новгородская область", "--capital", "Великий Новгород", "--districts", "округа.csv")
    code, out, err = terminal.run("new-region", *named)
    assert (code, err) == (0, "")
    return out


async def test_an_empty_region_comes_to_its_first_booking(terminal: Terminal, tmp_path: Path) -> None:
    assert "«библиотеки Новгородской области», «в Новгородской области»" in begun(terminal, tmp_path)
    assert terminal.run("export-centres", "--xlsx", "центры.xlsx")[0] == 0
    file = fill(tmp_path / "центры.xlsx", {}, LIBRARIES)
    code, told, _ = terminal.run("import-centres", str(file), "--new-places")
    assert code == 0
    assert "Новые места, допишу в settlements.csv: Опеченский Посад (Боровичский округ)." in told
    assert "новых центров 3, спросить 1, разошлось 0, отказано строк 0" in told
    assert terminal.run("import-centres", str(file), "--new-places", "--write")[0] == 0
    data = tmp_path / "var" / "bibliogos.data"
    assert read(data, ZoneInfo("Europe/Moscow"), untaught).problems == ()

    faq = LiveFaq(data / "faq", read_place_words(data))
    async with straight_stage(tmp_path, live_faq=faq, data_dir=data) as stage:
        await Player(stage).play(read_dialogue(TALK))


def test_the_folder_is_never_written_over(terminal: Terminal, tmp_path: Path) -> None:
    begun(terminal, tmp_path)
    before = (tmp_path / "var" / "bibliogos.data" / "region.yaml").read_bytes()

    code, out, err = terminal.run("new-region", "--name", "Лесная область", "--capital", "Лесной")

    assert (code, out) == (1, "")
    assert "уже есть и не пуста" in err
    assert (tmp_path / "var" / "bibliogos.data" / "region.yaml").read_bytes() == before


def test_the_next_release_goes_on_into_the_folder(terminal: Terminal, tmp_path: Path) -> None:
    begun(terminal, tmp_path)

    code, out, _ = terminal.run("upgrade", "--dry-run")

    assert (code, "Конфликт" in out) == (0, False)


@pytest.mark.parametrize(
    ("line", "told"),
    [("Боровичский округ", "строка 1: Боровичский округ"), ("; Боровичи", "строка 1: Боровичи")],
)
def test_a_district_that_is_not_told_whole_is_named(terminal: Terminal, tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "округа.csv").write_text(f"{line}\n", encoding="utf-8")

    code, _, err = terminal.run(
        "new-region", "--name", "Лесная область", "--capital", "Лесной", "--districts", "округа.csv"
    )

    assert code == 1
    assert told in err
    assert not (tmp_path / "var").exists()


def test_a_name_whose_forms_are_unknown_is_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    code, _, err = terminal.run("new-region", "--name", "Ханты-Мансийский АО", "--capital", "Ханты-Мансийск")
    forms = ("--of", "Ханты-Мансийского округа", "--in", "в Ханты-Мансийском округе")
    again = terminal.run("new-region", "--name", "Ханты-Мансийский АО", "--capital", "Ханты-Мансийск", *forms)

    assert (code, "--of и --in" in err) == (2, True)
    assert (again[0], "«в Ханты-Мансийском округе»" in again[1]) == (0, True)
    assert tmp_path.joinpath("var", "bibliogos.data", "acts").is_dir()
