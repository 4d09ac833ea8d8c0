"""Places on the command line: nearest, poster, imports, and what is said to wrong input."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.commands.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command over a copy of the real places."""
    for name in ("centres.yaml", "municipalities.yaml", "settlements.csv", "region.yaml"):
        shutil.copy(Path("data") / name, tmp_path / name)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        said = capsys.readouterr()
        return int(str(end.value.code)), said.out, said.err

    return call


def test_a_misspelt_village_is_found(run: Run) -> None:
    code, out, _ = run("nearest", "жижеца")

    assert (code, out.splitlines()[0]) == (0, "Жижица, Куньинский округ")
    assert out.splitlines()[1].startswith("1. Куньинская центральная библиотека (Кунья, Куньинский округ): ≈ 23 км")


def test_json_tells_the_places_a_name_could_mean(run: Run) -> None:
    code, out, _ = run("nearest", "Кресты", "--json")

    told = json.loads(out)
    assert (code, len(told["places"]), told["centres"]) == (0, 3, [])


def test_json_tells_distance_precision_and_hours(run: Run) -> None:
    _, out, _ = run("nearest", "в Печорах", "--json")

    first = json.loads(out)["centres"][0]
    assert set(first) == {"id", "name", "municipality", "address", "km", "precision", "now"}
    assert first["km"] == 0.0


def test_several_places_are_listed(run: Run) -> None:
    code, out, _ = run("nearest", "Кресты")

    assert code == 0
    assert out.startswith("Таких мест несколько:\n- Кресты, ")


def test_an_unknown_place_names_the_known_municipalities(run: Run) -> None:
    code, out, _ = run("nearest", "Тридевятое царство")

    assert code == 1
    assert "Печорский округ" in out


def test_a_point_is_answered_in_words_and_as_json(run: Run) -> None:
    _, words, _ = run("nearest", "--lat", "57,8", "--lon", "28.3")
    _, out, _ = run("nearest", "--lat", "57.8", "--lon", "28.3", "--json")

    assert words.startswith("Ближайшие центры:\n1. ")
    assert (json.loads(out)["outside"], len(json.loads(out)["centres"])) == (False, 5)


def test_a_point_outside_the_region_is_told_so(run: Run) -> None:
    _, out, _ = run("nearest", "--lat", "55.75", "--lon", "37.6")

    assert out.startswith("Это за пределами области.")


WRONG = [["nearest"], ["nearest", "Псков", "--lat", "1", "--lon", "1"], ["nearest", "--lat", "57"]]


@pytest.mark.parametrize("arguments", WRONG)
def test_a_place_and_a_point_are_not_mixed(run: Run, arguments: list[str]) -> None:
    code, _, error = run(*arguments)

    assert (code, error) == (2, "Назовите место или дайте и --lat, и --lon.\n")


@pytest.mark.parametrize("degrees", ["157", "nan", "north", "inf"])
def test_degrees_out_of_range_are_refused(run: Run, degrees: str) -> None:
    code, _, error = run("nearest", "--lat", degrees, "--lon", "28")

    assert code == 2
    assert "нужны градусы от -90 до 90" in error


def test_a_faulty_file_is_told_and_the_rest_is_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "settlements.csv").write_bytes("название".encode("cp1251"))

    code, _, error = run("nearest", "--lat", "57.8", "--lon", "28.3")

    assert code == 0
    assert "cp1251" in error


def test_a_poster_is_a_pdf(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("poster", "pskov-sbs", str(tmp_path / "плакат.pdf"), "--bot", "bibliogos_bot")

    assert (code, out.splitlines()[0]) == (0, f"Плакат: {tmp_path / 'плакат.pdf'}")
    assert "Часов записи нет: впишите ручкой, когда вы помогаете, или назовите их боту: /hours." in out
    assert (tmp_path / "плакат.pdf").read_bytes().startswith(b"%PDF")


def test_a_poster_of_no_centre_names_those_there_are(run: Run, tmp_path: Path) -> None:
    code, _, error = run("poster", "нет", str(tmp_path / "x.pdf"), "--bot", "b")

    assert code == 1
    assert "pskov-sbs" in error


def test_a_poster_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    code, _, error = run("poster", "pskov-sbs", str(tmp_path / "нет" / "x.pdf"), "--bot", "b")

    assert code == 1
    assert error.startswith("Не записать ")


LIBRARY = {
    "data": [
        {
            "data": {
                "general": {
                    "name": "Сельская библиотека деревни Жижица",
                    "address": {
                        "fullAddress": "Псковская область, Куньинский район, д. Жижица, ул. Лесная, 1",
                        "mapPosition": {"type": "Point", "coordinates": [31.3533, 56.27901]},
                    },
                }
            }
        }
    ]
}


def test_importing_centres_reports_first_and_writes_when_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "libraries.json"
    file.write_text(json.dumps(LIBRARY), encoding="utf-8")
    before = (tmp_path / "centres.yaml").read_text(encoding="utf-8")

    code, report, _ = run("import-centres", str(file))
    untouched = (tmp_path / "centres.yaml").read_text(encoding="utf-8") == before
    _, written, _ = run("import-centres", str(file), "--write")

    assert (code, untouched) == (0, True)
    assert "Новых: 1\n  + Сельская библиотека деревни Жижица (Жижица, Куньинский округ)" in report
    assert "файлы не тронуты" in report
    assert "Записано. Прежняя версия:" in written
    assert "Сельская библиотека деревни Жижица" in (tmp_path / "centres.yaml").read_text(encoding="utf-8")


def test_an_export_without_our_region_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "libraries.json").write_text('{"data": []}', encoding="utf-8")

    code, _, error = run("import-centres", str(tmp_path / "libraries.json"))

    assert (code, error) == (1, "В файле нет библиотек, в адресе которых «Псковская область».\n")


@pytest.mark.parametrize("command", ["import-centres", "import-settlements"])
def test_nothing_is_imported_over_faulty_files(run: Run, command: str, tmp_path: Path) -> None:
    (tmp_path / "centres.yaml").write_text("- id: [", encoding="utf-8")

    code, _, error = run(command, str(tmp_path / "settlements.csv"))

    assert code == 1
    assert "Сначала исправьте свои файлы: python -m bot check." in error


POSTAL = (
    "place,district,zipcode,lat,lon,in_own_district,shared_coord\n"
    "Новая Деревня,Куньинский район,1,56.2,31.1,1,1\nОпочка,Опочецкий район,2,57.9,28.6,1,1\n"
)


def test_importing_settlements_reports_first_and_writes_when_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "postal.csv"
    file.write_text(POSTAL, encoding="utf-8")

    code, report, _ = run("import-settlements", str(file))
    _, written, _ = run("import-settlements", str(file), "--write")

    assert code == 0
    assert "Новых: 1" in report
    assert "+ Новая Деревня (Куньинский округ)" in report
    assert "Другое место, остаётся наше: 1" in report
    assert "Записано." in written
    assert "Новая Деревня" in (tmp_path / "settlements.csv").read_text(encoding="utf-8")


def test_a_file_that_is_no_table_of_places_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("а,б\n1,2\n", encoding="utf-8")

    code, _, error = run("import-settlements", str(tmp_path / "x.csv"))

    assert code == 1
    assert "не видно, что это за таблица" in error


def test_a_long_list_of_new_settlements_is_cut(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"Деревня Номер{chr(1072 + n)},Куньинский район,1,56.{n + 10},31.1,1,1\n" for n in range(25))
    (tmp_path / "postal.csv").write_text(POSTAL.splitlines()[0] + "\n" + rows, encoding="utf-8")

    _, report, _ = run("import-settlements", str(tmp_path / "postal.csv"))

    assert "… и ещё 5" in report
