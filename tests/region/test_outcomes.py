"""Outcomes of consultations: the region edits the file, the good ones can be used."""

from pathlib import Path

import pytest

from bot.region.outcomes import Outcome, Outcomes, load_outcomes

GOOD = "- id: explained\n  title: Объяснили\n- id: printed\n  title: Распечатали\n"
EXPLAINED, PRINTED = Outcome("explained", "Объяснили"), Outcome("printed", "Распечатали")


def written(folder: Path, text: str) -> Path:
    file = folder / "outcomes.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_file_becomes_the_outcomes_in_their_order(tmp_path: Path) -> None:
    assert load_outcomes(written(tmp_path, GOOD)) == ((EXPLAINED, PRINTED), [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD.replace("id: explained", "id: Объяснили"), "«Объяснили» не подходит для id."),
        (GOOD.replace("id: explained", "id: arrived"), "«arrived» не подходит для id."),
        (GOOD.replace("id: printed", "id: explained"), "итог «explained» уже есть выше."),
        (GOOD.replace("Объяснили", "о" * 41), "название длинное для кнопки."),
        (GOOD.replace("title: Объяснили", "name: Объяснили"), "поле «title» пустое."),
        ("слово\n", "здесь должен быть список записей."),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, reason: str) -> None:
    _, problems = load_outcomes(written(tmp_path, text))

    assert problems[0].reason == reason


def test_more_outcomes_than_fit_under_a_message_are_named(tmp_path: Path) -> None:
    many = "".join(f"- id: outcome{number}\n  title: Итог {number}\n" for number in range(21))

    _, problems = load_outcomes(written(tmp_path, many))

    assert [problem.reason for problem in problems] == ["итогов 21."]


def test_the_shipped_outcomes_are_known() -> None:
    shipped = Outcomes(Path("data"))

    assert {"explained", "taught", "printed", "not_solved"} <= {one.id for one in shipped.all}
    assert (shipped.is_known("taught"), shipped.is_known("gone")) == (True, False)


def test_a_folder_of_an_older_release_goes_on_with_the_shipped_outcomes(tmp_path: Path) -> None:
    shipped, _ = load_outcomes(Path("data/outcomes.yaml"))

    assert load_outcomes(tmp_path / "outcomes.yaml") == (shipped, [])


async def test_a_file_of_its_own_is_taken_in_as_soon_as_it_is_there(tmp_path: Path) -> None:
    outcomes = Outcomes(tmp_path)
    written(tmp_path, GOOD)

    assert (await outcomes.refresh(), outcomes.all) == (True, (EXPLAINED, PRINTED))
