"""`check` tells everything that is wrong in data/, with file, line, reason and cure."""

from pathlib import Path

from tests.commands.terminal import Terminal

GOOD = "Статей: 4, вопросов в них: "


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_good_files_are_counted_and_the_code_is_zero(terminal: Terminal) -> None:
    code, out, err = terminal.run("check")

    assert (code, out.startswith(GOOD), out.endswith("Ошибок: 0.\n"), err) == (0, True, True, "")


def test_every_problem_of_every_file_is_told_in_order_and_the_code_is_one(terminal: Terminal, data: Path) -> None:
    spoil(data / "faq" / "signin" / "password.md", "related: [doctor]", "related: [nurse]\ntopic: nothing")
    spoil(data / "faq" / "signin" / "fines.md", "Штрафы видны", "# Штрафы видны")
    spoil(data / "region.yaml", "name:", "nam:")
    spoil(data / "topics.yaml", "minutes: 40", "minutes: долго")

    code, out, _ = terminal.run("check")

    *problems, summary = out.splitlines()
    told = [line.removeprefix(f"{data}/").partition(" Что сделать: ")[0] for line in problems]
    assert code == 1
    assert told == [
        "faq/signin/fines.md:12: чат не показывает заголовки.",
        "faq/signin/password.md:9: в related названа статья «nurse», а такой нет.",
        "faq/signin/password.md:10: темы «nothing» нет в topics.yaml.",
        "region.yaml:2: поле «name» пустое.",
        "region.yaml:2: поле «nam» неизвестно.",
        "topics.yaml:12: длительность непонятна.",
    ]
    assert summary.endswith("Ошибок: 6.")  # that doctor.md leads to fines.md is no fault of its own


def test_strictly_also_what_no_other_leads_to_or_is_not_found_and_the_hardest_to_read(
    terminal: Terminal, data: Path
) -> None:
    spoil(data / "faq" / "signin" / "password.md", "related: [doctor]", "related: [fines]")
    spoil(data / "faq" / "signin" / "doctor.md", "талон к врачу", "???")

    loosely, _, _ = terminal.run("check")
    code, out, _ = terminal.run("check", "--strict")

    told = [line.removeprefix(f"{data}/").partition(" Что сделать: ")[0] for line in out.splitlines()]
    assert (loosely, code) == (0, 1)
    told = told[4:]
    assert told[0] == "Труднее всего читать (10 из 4), слов в предложении:"
    assert told[1].split() == ["6.0,", "самое", "длинное", "6", "password"]
    assert told[5:7] == [
        "faq/signin/doctor.md:7: по словам «???» находится «ничего», а не эта статья.",
        "faq/signin/doctor.md:9: на статью не ссылается ни одна другая.",
    ]


def test_strictly_also_facts_of_which_nobody_sees_the_source(terminal: Terminal, data: Path) -> None:
    spoil(data / "faq" / "signin" / "doctor.md", "confidence: advice\n", "")

    loosely, _, _ = terminal.run("check")
    code, out, _ = terminal.run("check", "--strict")

    assert (loosely, code) == (0, 1)
    assert "faq/signin/doctor.md:1: нет источника. Что сделать: впишите sources; если это совет" in out


def test_answers_to_be_read_again_are_named_and_are_no_fault(terminal: Terminal, data: Path) -> None:
    late = "review_by: 2020-01-31\nmay_change: сумму меняют в феврале.\nconfidence: advice"
    spoil(data / "faq" / "signin" / "doctor.md", "confidence: advice", late)

    code, out, _ = terminal.run("check")

    assert code == 0
    assert out.splitlines()[:2] == [
        "Пора перечитать (1):",
        "  до 31.01.2020  signin/doctor: сумму меняют в феврале.",
    ]


def test_without_the_folder_it_says_what_to_check(terminal: Terminal, data: Path) -> None:
    (data / "faq" / "groups.yaml").unlink()

    assert terminal.run("check") == (1, "", f"Нет файла {data / 'faq' / 'groups.yaml'}. Проверьте DATA_DIR.\n")


def test_wordings_of_a_folder_that_is_not_there_are_told_without_a_traceback(terminal: Terminal, data: Path) -> None:
    (data / "faq" / "groups.yaml").unlink()

    assert terminal.run("check", "--wordings") == (
        1,
        "",
        f"Нет файла {data / 'faq' / 'groups.yaml'}. Проверьте DATA_DIR.\n",
    )


def test_links_that_are_shown_and_that_wait_are_counted(terminal: Terminal, data: Path) -> None:
    for article, site in (("password", "a.ru"), ("doctor", "b.ru")):
        file = data / "faq" / "signin" / f"{article}.md"
        told = f"link: https://www.gosuslugi.ru/feedback\nsources:\n  - url: https://{site}/1\n    date: 2026\n"
        file.write_text(file.read_text(encoding="utf-8").replace("confidence: advice\n", told, 1), encoding="utf-8")

    _, out, _ = terminal.run("check", "--strict")

    assert "Ссылки под ответами: видны у 2, ждут сверки у 0.\n" in out
    assert "  https://www.gosuslugi.ru/feedback  (ответов: 2)\n" in out


def test_a_folder_of_an_older_release_is_told_where_its_outcomes_are_from(terminal: Terminal, data: Path) -> None:
    (data / "outcomes.yaml").unlink()

    code, out, _ = terminal.run("check")

    told, *_ = out.splitlines()
    assert (code, told.startswith(f"Нет файла {data / 'outcomes.yaml'}: действуют итоги из выпуска.")) == (0, True)
