"""What the files may not say, each told with its line and its cure; and what happens to the running bot."""

import os
from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.centres.centre import Announcement, CentreKind, Precision, Service
from bot.centres.directory import Directory, load
from bot.centres.live_directory import LiveDirectory
from bot.centres.phones import PhoneNumber, read_phones
from bot.centres.places.geo import Point
from bot.datafiles.file_problem import FileProblem
from tests.centres.small_region import FAR, MUNICIPALITIES, SETTLEMENTS, TOWN, ZONE, faults, told, write


def test_the_shipped_files_have_no_fault_and_66_centres() -> None:
    directory, problems = load(Path(__file__).parents[2] / "data", ZONE)

    assert told(problems) == []
    assert (len(directory.centres), len(directory.municipalities)) == (85, 26)
    assert {centre.municipality for centre in directory.centres} == set(directory.municipalities)


def test_no_shipped_fact_is_called_checked_or_open_for_booking(whole: Directory) -> None:
    assert [centre.id for centre in whole.centres if centre.checked or centre.consultations] == []


def test_every_shipped_centre_has_a_source(whole: Directory) -> None:
    assert [centre.id for centre in whole.centres if not centre.sources] == []


def test_every_shipped_timetable_says_of_when_it_is_or_that_this_is_unknown(whole: Directory) -> None:
    dated = {centre.id: centre.hours_as_of for centre in whole.centres if centre.hours}

    assert dated == {
        "pskov-pounb": "2019",
        "pskov-sbs": "2025",
        "gdov": None,
        "opochka": "2026-03-10",
        "ostrov": "2019-06-07",
        "pechory": "2016",
    }


def test_a_full_record_is_read_whole(few: Directory) -> None:
    centre = few.centre("lipki-main")
    assert centre is not None
    assert centre.hours is not None

    assert (centre.name, centre.kind, centre.settlement) == (
        "Липкинская центральная библиотека",
        CentreKind.LIBRARY,
        "Липки",
    )
    assert centre.phones == (PhoneNumber("8 (8112) 72-42-53"),)
    assert centre.hours.expression == "Mo-Fr 09:00-13:00,14:00-18:00"
    assert (centre.services, centre.is_helpful) == ((Service.CONSULTATION,), True)
    assert (centre.point, centre.precision) == (Point(57.0, 28.0), Precision.HOUSE)
    assert (centre.as_of, str(centre.checked)) == ("2025", "2026-11-20")


def test_an_old_name_of_the_district_is_stored_as_the_new_one(few: Directory) -> None:
    centre = few.centre("sosny-main")

    assert centre is not None
    assert centre.municipality.name == "Сосновский муниципальный округ"


def test_a_centre_without_a_point_of_its_own_takes_that_of_its_settlement(tmp_path: Path) -> None:
    directory, _ = load(write(tmp_path, {"centres.yaml": FAR.replace("57.5", "null").replace("28.0", "null")}), ZONE)

    centre = directory.centre("sosny-main")
    assert centre is not None
    assert (centre.point, centre.precision) == (Point(57.5, 28.0), Precision.SETTLEMENT)


def test_a_notice_and_consultations_are_read(tmp_path: Path) -> None:
    text = TOWN.replace(
        "  notice: null\n  consultations: null\n",
        "  notice:\n    text: Вход со двора\n    until: 2026-12-31\n    closed: true\n"
        "  consultations:\n    hours: Tu 10:00-12:00\n    desks: 1\n    minutes: 30\n"
        "    notice_hours: 2\n    horizon_days: 14\n",
    )

    directory, problems = load(write(tmp_path, {"centres.yaml": text}), ZONE)

    assert problems == []
    centre = directory.centres[0]
    assert centre.announcement is not None
    assert centre.consultations is not None
    assert (centre.announcement.text, str(centre.announcement.until), centre.announcement.closed) == (
        "Вход со двора",
        "2026-12-31",
        True,
    )
    assert (centre.consultations.desks, centre.consultations.horizon_days) == (1, 14)


def test_a_notice_stands_through_its_last_day() -> None:
    assert Announcement("x").stands(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("lat: 57.0", "lat: 157.0", "centres.yaml:13: широта 157.0 не бывает"),
        ("lon: 28.0", "lon: 228.0", "centres.yaml:13: долгота 228.0 не бывает"),
        ("lat: 57.0", "lat: север", "centres.yaml:13: «север», «28.0» — не широта и долгота."),
        ("lat: 57.0", "lat: null", "centres.yaml:13: «», «28.0» — не широта и долгота."),
        ("lat: 57.0", "lat: nan", "centres.yaml:13: широта nan не бывает"),
        ("lat: 57.0\n  lon: 28.0", "lat: 28.0\n  lon: 57.0", "centres.yaml:1: точка на карте далеко за пределами"),
        ("precision: house", "precision: дом", "centres.yaml:15: «дом» здесь не бывает."),
        ("id: lipki-main", "id: Библиотека", "centres.yaml:1: «Библиотека» в поле «id» не подходит."),
        ("id: lipki-main", "id: null", "centres.yaml:1: поле «id» пустое."),
        ("8 (8112) 72-42-53", "8 (81148) 2-14-5", "centres.yaml:8: «8 (81148) 2-14-5» — не полный номер"),
        ("8 (8112) 72-42-53", "+7 811 482-14-5", "centres.yaml:8: «+7 811 482-14-5» — не полный номер"),
        ("8 (8112) 72-42-53", "72-42-53", "centres.yaml:8: «72-42-53» — не полный номер: нужен код города."),
        ("8 (8112) 72-42-53", "позвоните нам", "centres.yaml:8: «позвоните нам» — не полный номер"),
        ("email: null", "email: почта", "centres.yaml:9: «почта» в поле «email» не подходит."),
        ("https://lipki.example/\n", "lipki.example\n", "centres.yaml:10: «lipki.example» в поле «site»"),
        ("Mo-Fr 09:00-13:00,14:00-18:00", "с 9 до 18", "centres.yaml:11: запись часов непонятна — споткнулись на «с 9"),
        ("09:00-13:00,14:00-18:00", "18:00-09:00", "centres.yaml:11: центр открыт ночью."),
        ("Mo-Fr 09:00-13:00,14:00-18:00", "Mo-Su off", "centres.yaml:11: по этой записи центр никогда не открыт."),
        ("18:00\n", "18:00; Jan 31,Feb 28 off\n", "centres.yaml:11: в високосный год последний день февраля"),
        ("[gosuslugi_consultation]", "[чай]", "centres.yaml:12: такой услуги нет: чай."),
        ("name: Липкинская", "name: <b>Липкинская</b>", "centres.yaml:2: в поле «name» разметка, значки"),
        ("name: Липкинская", "name: 📚 Липкинская", "centres.yaml:2: в поле «name» разметка, значки"),
        ("name: Липкинская", "name: " + "Л" * 400, "centres.yaml:2: в поле «name» разметка, значки или слишком"),
        ("kind: library", "kind: клуб", "centres.yaml:4: «клуб» здесь не бывает."),
        ("municipality: Липкинский", "municipality: Грибной", "centres.yaml:5: округа «Грибной муниципальный округ»"),
        ("settlement: Липки", "settlement: Лапки", "centres.yaml:6: «Лапки» в этом округе неизвестен."),
        ('as_of: "2025"', "as_of: недавно", "centres.yaml:19: «недавно» в поле «as_of» не подходит."),
        ("checked: 2026-11-20", "checked: вчера", "centres.yaml:20: «вчера» — не дата."),
        ("  kind:", "  vid: x\n  kind:", "centres.yaml:4: поле «vid» неизвестно."),
        ("notice: null", "notice: ремонт", "centres.yaml:16: в поле «notice» ожидается запись из нескольких строк."),
        ("notice: null", "notice: {text: x, closed: да}", "centres.yaml:16: «да» здесь не бывает."),
        (
            "consultations: null",
            "consultations: {hours: Tu 10:00-12:00, desks: 0, minutes: 30, notice_hours: 1, horizon_days: 9}",
            "centres.yaml:17: число в поле «desks» не подходит. напишите от 1 до 50.",
        ),
        (
            "consultations: null",
            "consultations: {hours: днём, desks: 1, minutes: 30, notice_hours: 1, horizon_days: 9}",
            "centres.yaml:17: запись часов непонятна",
        ),
        ("  name: Л", "\tname: Л", "centres.yaml:2: запись не читается"),
    ],
)
def test_a_fault_in_a_centre_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TOWN

    assert faults(tmp_path, "centres.yaml", TOWN.replace(old, new, 1))[0].startswith(said)


@pytest.mark.parametrize("text", ["id: lipki-main\n", "", "- 1\n", "просто слова\n"])
def test_a_file_that_is_no_list_of_records_is_told(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, "centres.yaml", text)[0].startswith("centres.yaml:1: здесь должен быть список записей.")


def test_a_region_may_have_no_centres_yet_if_the_file_says_so(tmp_path: Path) -> None:
    assert faults(tmp_path, "centres.yaml", "[]\n") == []


def test_a_repeated_id_is_told_where_it_stands_again(tmp_path: Path) -> None:
    assert faults(tmp_path, "centres.yaml", TOWN + TOWN) == [
        "centres.yaml:21: id «lipki-main» уже есть у другого центра. придумайте другой: id не повторяются."
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("57.0,28.0,5000", "97.0,28.0,5000", "settlements.csv:3: широта 97.0 не бывает"),
        ("57.0,28.0,5000", "57.0,,5000", "settlements.csv:3: «57.0», «» — не широта и долгота."),
        ("57.0,28.0,5000", "57.0,28.0", "settlements.csv:3: в строке 5 полей, а столбцов 6."),
        ("Липки,", "<b>,", "settlements.csv:3: название пустое или похоже не на название."),
        ("Липкинский муниципальный округ,57.0", "Луна,57.0", "settlements.csv:3: округа «Луна» нет"),
        ("name,other_names", "имя,другие", "settlements.csv:2: в первой строке нет нужных названий столбцов."),
        ("Сосны,", "Липки,,Липкинский район,57,28,1\nСосны,", "settlements.csv:4: «Липки» в этом округе уже есть."),
    ],
)
def test_a_fault_in_a_settlement_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SETTLEMENTS

    assert faults(tmp_path, "settlements.csv", SETTLEMENTS.replace(old, new, 1))[0].startswith(said)


def test_blank_lines_and_odd_populations_are_no_fault(tmp_path: Path) -> None:
    text = SETTLEMENTS.replace("5000", "около 5000").replace("Сосны,", "\nСосны,")

    assert faults(tmp_path, "settlements.csv", text) == []


def test_a_table_of_cp1251_is_told_so(tmp_path: Path) -> None:
    (write(tmp_path) / "settlements.csv").write_bytes(SETTLEMENTS.encode("cp1251"))

    said = told(load(tmp_path, ZONE)[1])[0]

    assert said.startswith("settlements.csv:3: файл в старой кодировке Windows (cp1251). сохраните его в UTF-8")


def test_what_is_no_text_at_all_is_told_so(tmp_path: Path) -> None:
    (write(tmp_path) / "settlements.csv").write_bytes(bytes(range(128, 192)) * 9)

    assert "файл не в кодировке UTF-8" in told(load(tmp_path, ZONE)[1])[0]


@pytest.mark.parametrize("name", ["centres.yaml", "settlements.csv", "municipalities.yaml"])
def test_a_file_of_50_megabytes_is_not_even_read(tmp_path: Path, name: str) -> None:
    with (write(tmp_path) / name).open("wb") as file:
        file.truncate(50_000_000)

    assert f"{name}:1: файл слишком большой: 50 МБ, а можно до 5 МБ." in " ".join(told(load(tmp_path, ZONE)[1]))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (write(tmp_path) / "centres.yaml").unlink()

    problems = load(tmp_path, ZONE)[1]

    assert told(problems) == ["centres.yaml:1: файла нет. верните его из прежней версии или проверьте DATA_DIR."]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (write(tmp_path) / "centres.yaml").unlink()
    (tmp_path / "centres.yaml").mkdir()

    assert told(load(tmp_path, ZONE)[1])[0].startswith("centres.yaml:1: файл не открывается")


def test_a_doubled_municipality_and_an_unknown_seat_are_told(tmp_path: Path) -> None:
    text = MUNICIPALITIES + "- id: a\n  name: А\n  short: А\n  seat: Нигде\n" * 2

    said = faults(tmp_path, "municipalities.yaml", text)

    assert "municipalities.yaml:15: округ «a» записан дважды. оставьте одну запись." in said
    assert any("центра «Нигде» нет в settlements.csv" in line for line in said)


def test_a_faulty_record_leaves_the_others_in_use(tmp_path: Path) -> None:
    write(tmp_path, {"centres.yaml": TOWN.replace("57.0", "157.0") + FAR})

    directory, _ = load(tmp_path, ZONE)

    assert [centre.id for centre in directory.centres] == ["sosny-main"]


async def test_a_changed_file_is_taken_in(tmp_path: Path) -> None:
    live = LiveDirectory(write(tmp_path), ZONE)

    _rewrite(tmp_path / "centres.yaml", TOWN)

    assert await live.refresh()
    assert [centre.id for centre in live.now.centres] == ["lipki-main"]
    assert not await live.refresh()


async def test_a_faulty_file_leaves_the_running_bot_its_last_good_data(tmp_path: Path) -> None:
    live = LiveDirectory(write(tmp_path), ZONE)
    good = live.now

    _rewrite(tmp_path / "centres.yaml", TOWN.replace("\n  name", "\n\tname"))
    with capture_logs() as logged:
        changed = await live.refresh()

    assert (changed, live.now, len(live.problems)) == (False, good, 1)
    assert logged[0]["event"] == "files.problem"


async def test_a_deleted_file_leaves_the_last_good_data_and_its_return_is_noticed(tmp_path: Path) -> None:
    live = LiveDirectory(write(tmp_path), ZONE)

    (tmp_path / "centres.yaml").unlink()
    assert not await live.refresh()
    _rewrite(tmp_path / "centres.yaml", FAR)

    assert await live.refresh()
    assert [centre.id for centre in live.now.centres] == ["sosny-main"]


@pytest.mark.parametrize(
    ("written", "phones"),
    [
        ("+7 (8112) 72-42-53", [("+78112724253", None)]),
        ("88112724253", [("+78112724253", None)]),
        ("(81148) 2-22-35; 8 (81148) 2-29-61 (факс)", [("+78114822235", None), ("+78114822961", "факс")]),
        ("8 (8112) 72-42-53, доб. 105", [("+78112724253", "доб. 105")]),
        ("8 (8112) 72-42-53 доб.7 (вахта)", [("+78112724253", "доб. 7, вахта")]),
        ("8 (8112) 72-42-53, 8 (8112) 72-89-49", [("+78112724253", None), ("+78112728949", None)]),
    ],
)
def test_phones_are_dialled_with_the_country(written: str, phones: list[tuple[str, str | None]]) -> None:
    assert [(phone.dialled, phone.note) for phone in _phones(written)] == phones


@pytest.mark.parametrize(
    "written", ["2-14-96", "8 (8112) 72-42", "(81148) 2-22-35; 2-29-61", "", "8112724253", "+1 212 555 01 23 4"]
)
def test_numbers_without_an_area_code_are_refused(written: str) -> None:
    assert read_phones(written) is None


def test_a_problem_reads_as_a_sentence_for_the_editor() -> None:
    assert str(FileProblem(Path("a"), 1, "Плохо.", "исправьте.")) == "a:1: Плохо. Что сделать: исправьте."


def _phones(written: str) -> tuple[PhoneNumber, ...]:
    phones = read_phones(written)
    assert phones is not None
    return phones


def _rewrite(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    later = file.stat().st_mtime + 2  # a coarse clock of the file system must not hide the change
    os.utime(file, (later, later))
