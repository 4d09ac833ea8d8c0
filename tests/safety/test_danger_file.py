"""data/danger.yaml: each fault with its line and reason; rules that miss an example still help."""

from pathlib import Path

import pytest

from bot.datafiles.file_problem import FileProblem
from bot.safety.danger_file import Dangers, load_dangers
from bot.safety.live_dangers import LiveDangers
from bot.safety.threat import CRISES, Answer, Kind, Level, Threat

CALL = Threat(Kind.CALL, Level.CAUTION)
ANSWERS = "".join(f"  - {{kind: {kind}, now: Звоните 112., sources: [закон]}}\n" for kind in Kind)
GOOD = f"""official:
  - {{host: gosuslugi.ru, owner: Госуслуги, names: [gosuslugi]}}
familiar: [mail.ru]
zones: [ru]
classes:
  - {{id: rings, words: [звон*]}}
  - {{id: code, words: [код]}}
  - {{id: lesson, words: [лекци*]}}
  - {{id: phrase, words: ["назвал* код*"]}}
cries:
  - {{kind: fire, words: [пожар, "дым идет"]}}
beside_cries: [помогите]
rules:
  - {{kind: call, level: alarm, all: [rings, code], not: [lesson]}}
  - {{kind: code_told, level: alarm, all: [phrase], near: 5}}
  - {{kind: call, level: caution, all: [unknown_host]}}
caution: Осторожно.
crisis_caution: Звоните 112.
examples:
  - kind: call
    lines:
      - звонят про код
      - код и звонок
cautions: [site.ru]
harmless:
  - звоните
answers:
{ANSWERS}"""


def written(folder: Path, text: str) -> Path:
    file = folder / "danger.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def told(problems: list[FileProblem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.reason) for problem in problems]


def test_a_good_file_becomes_rules_and_answers(tmp_path: Path) -> None:
    dangers, problems = load_dangers(written(tmp_path, GOOD))

    assert problems == []
    assert dangers is not None
    assert dangers.answers[Kind.CALL] == Answer(Kind.CALL, "Звоните 112.")
    assert (dangers.caution, dangers.crisis_caution) == ("Осторожно.", "Звоните 112.")


def test_a_file_of_an_earlier_version_answers_the_kinds_it_does_not_know(tmp_path: Path) -> None:
    known = "".join(line for line in ANSWERS.splitlines(keepends=True) if "courier" not in line and "lost" not in line)

    dangers, problems = load_dangers(written(tmp_path, GOOD.replace(ANSWERS, known)))

    assert problems == []
    assert dangers is not None
    assert dangers.answers[Kind.COURIER] == Answer(Kind.CALL, "Звоните 112.")
    assert dangers.answers[Kind.LOST] == Answer(Kind.VIOLENCE, "Звоните 112.")


DANGER_KINDS = [kind for kind in Kind if kind not in CRISES]


@pytest.mark.parametrize("kind", DANGER_KINDS)
def test_every_danger_names_bank_police_and_the_line_of_the_portal(dangers: Dangers, kind: Kind) -> None:
    answer = dangers.answers[kind]

    told = " ".join((answer.now, *answer.then))
    assert "банк" in told
    assert "102" in told
    assert "8 800 100-70-10" in told
    assert answer.article


def test_each_kind_of_carried_money_has_a_first_line_of_its_own(dangers: Dangers) -> None:
    kinds = (Kind.CALL, Kind.COURIER, Kind.SAFE_ACCOUNT, Kind.CASH_GIVEN, Kind.MONEY_GONE, Kind.CODE_TOLD)

    assert len({dangers.answers[kind].now for kind in kinds}) == len(kinds)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("all: [rings, code]", "all: [rings]", 14, "одно слово ничего не решает."),
        ("all: [rings, code]", "all: [rings, cod]", 14, "класса «cod» нет."),
        ("not: [lesson]", "not: [lessons]", 14, "класса «lessons» нет."),
        ("near: 5", "near: сто", 15, "расстояние непонятно."),
        ("near: 5", "near: 21", 15, "расстояние непонятно."),
        ("kind: code_told, level", "kind: told, level", 15, "«told» здесь не бывает."),
        ("[звон*]", "[з*]", 6, "«з*» слишком коротко."),
        ("words: [код]", "words: []", 7, "в классе «code» нет слов."),
        ("id: lesson", "id: code", 8, "класс «code» уже есть."),
        ("id: lesson", "id: unknown_host", 8, "класс «unknown_host» уже есть."),
        ("caution: Осторожно.", "caution:", 17, "поле «caution» пустое."),
        ("words: [пожар,", "words: [пож*,", 11, "«пож*» начинается со звёздочки."),
        (", sources: [закон]}", "}", 28, "не сказано, откуда номера и советы."),
        ("112.,", "112., article: safe,", 28, "здесь нужен только номер."),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_file_is_not_used(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    dangers, problems = load_dangers(written(tmp_path, GOOD.replace(old, new, 1)))

    assert dangers is None
    assert (line, reason) in told(problems)


def test_every_kind_needs_an_answer_and_every_article_must_be_there(tmp_path: Path) -> None:
    text = GOOD.replace("{kind: call, now: Звоните 112.,", "{kind: link, now: Звоните 112., article: nowhere,")

    _, problems = load_dangers(written(tmp_path, text), lambda _: False)

    assert [reason for _, reason in told(problems)] == ["статьи «nowhere» нет.", "нет ответа для «call»."]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("код и звонок", "код и письмо", 23, "«код и письмо» понято как безобидное, а должно быть call."),
        ("- звоните", "- звонят, код", 26, "«звонят, код» понято как call, а должно быть безобидное."),
        ("[site.ru]", "[mail.ru]", 24, "«mail.ru» понято как безобидное, а должно быть повод для осторожности."),
    ],
)
def test_an_example_that_turns_is_told_and_the_rules_are_used(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    dangers, problems = load_dangers(written(tmp_path, GOOD.replace(old, new, 1)))

    assert dangers is not None
    assert told(problems) == [(line, reason)]


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (f"now: {'Звоните ' * 12}112., sources", "первая строка длинна."),
        ("now: Звоните 112., then: [а, б, в, г], sources", "советы длинны."),
        (f"now: Звоните 112., then: [{'а' * 81}], sources", "советы длинны."),
    ],
)
def test_an_answer_longer_than_a_phone_shows_is_told_and_used(tmp_path: Path, new: str, reason: str) -> None:
    dangers, problems = load_dangers(written(tmp_path, GOOD.replace("now: Звоните 112., sources", new, 1)))

    assert dangers is not None
    assert told(problems) == [(28, reason)]


def test_without_a_file_nothing_is_seen_and_the_problem_is_told(tmp_path: Path) -> None:
    dangers = LiveDangers(tmp_path)

    assert dangers.look("звонят, просят код") is None
    assert [problem.reason for problem in dangers.problems] == ["файла нет."]


@pytest.mark.parametrize("own", [None, "classes: {"])
def test_where_the_own_file_is_of_no_use_the_shipped_rules_guard_and_the_problem_is_told(
    tmp_path: Path, own: str | None
) -> None:
    live = tmp_path / "live"
    live.mkdir()
    if own:
        (live / "danger.yaml").write_text(own, encoding="utf-8")

    dangers = LiveDangers(live, shipped=Path("data"))

    assert dangers.look("хочу умереть") is not None
    assert dangers.answer(Kind.SELF_HARM) is not None
    assert dangers.problems != []


async def test_a_changed_file_is_taken_in_while_it_has_no_faults(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    dangers = LiveDangers(tmp_path)

    assert await dangers.refresh() is False
    file.write_text(GOOD.replace("caution: Осторожно.", "caution: Берегитесь!!"), encoding="utf-8")
    assert (await dangers.refresh(), dangers.caution(CALL)) == (True, "Берегитесь!!")
    file.write_text("classes: {", encoding="utf-8")
    assert (await dangers.refresh(), dangers.caution(CALL)) == (False, "Берегитесь!!")
    assert dangers.look("звонят про код") is not None
