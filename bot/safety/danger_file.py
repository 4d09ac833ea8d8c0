"""data/danger.yaml: read strictly, then tried on its own examples."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.fields import Fields
from bot.problems import Problem
from bot.reading import record
from bot.safety.answers import MOST_STEPS, Answer
from bot.safety.cries import Cries
from bot.safety.hosts import KnownHosts, Official
from bot.safety.rules import HOST_CLASSES, NEAR, Rule, Rules, urgency
from bot.safety.threat import CRISES, Kind, Level
from bot.safety.word_classes import SHORTEST_BEGINNING, WordClasses

DANGER = "danger.yaml"
_SAMPLE = "official, classes, rules, answers, caution"
# The first line must stand on the screen of a phone, above the keyboard: the article says the rest.
_LONGEST_NOW, _LONGEST_STEP = 90, 80  # signs


@dataclass(frozen=True, slots=True)
class Dangers:
    """The rules of danger and what is said where they hold."""

    rules: Rules
    answers: dict[Kind, Answer]
    caution: str


def load_dangers(file: Path, has_article: Callable[[str], bool] | None = None) -> tuple[Dangers | None, list[Problem]]:
    """The rules of the file unless they cannot be used, and what is wrong in it."""
    problems: list[Problem] = []
    fields = record(file, problems, _SAMPLE)
    if fields is None:
        return None, problems
    classes = _classes(fields)
    rules = tuple(sorted(_rules(fields, classes), key=urgency))
    answers = _answers(fields, has_article or bool)
    caught = Rules(_hosts(fields), WordClasses(classes), rules, _cries(fields))
    dangers = Dangers(caught, answers, fields.required("caution"))
    is_whole = not problems
    _hold_to_a_screen(fields)
    _try_on_examples(fields, dangers.rules if is_whole else None)
    fields.done()
    return (dangers if is_whole else None), problems  # rules that miss an example still help


def _hosts(fields: Fields) -> KnownHosts:
    official = [
        Official(one.required("host"), one.required("owner"), one.texts("names")) for one in _done(fields, "official")
    ]
    return KnownHosts(official, fields.texts("familiar"), fields.texts("zones"))


def _done(fields: Fields, name: str) -> Iterator[Fields]:
    for one in fields.records(name):
        yield one
        one.done()


def _classes(fields: Fields) -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for one in _done(fields, "classes"):
        id_, words = one.required("id"), one.texts("words")
        if id_ in classes or id_ in HOST_CLASSES:
            one.fault("id", f"класс «{id_}» уже есть.", "дайте другое имя или сложите слова в один класс.")
        if not words:
            one.fault("words", f"в классе «{id_}» нет слов.", "впишите «words: [слово, начало*]».")
        for word in words:
            if "*" in word.partition(" ")[0][:SHORTEST_BEGINNING]:
                one.fault("words", f"«{word}» слишком коротко.", "перед первой звёздочкой нужны две буквы или больше.")
        classes[id_] = words
    return classes


def _rules(fields: Fields, classes: dict[str, tuple[str, ...]]) -> Iterator[Rule]:
    for one in _done(fields, "rules"):
        kind, level = one.choice("kind", Kind, Kind.CALL), one.choice("level", Level, Level.ALARM)
        needed, unless = one.texts("all"), one.texts("not")
        for name in (*needed, *unless):
            if name not in classes and name not in HOST_CLASSES:
                one.fault("all", f"класса «{name}» нет.", "возьмите имя из classes.")
        if len(needed) < 2 and not _is_enough(needed, classes):
            one.fault("all", "одно слово ничего не решает.", "назовите два класса или класс из слов по два и больше.")
        yield Rule(kind, level, tuple(sorted(needed, key=HOST_CLASSES.__contains__)), unless, _near(one))


def _cries(fields: Fields) -> Cries:
    phrases: dict[Kind, tuple[str, ...]] = {}
    for one in _done(fields, "cries"):
        kind, words = one.choice("kind", Kind, Kind.CALL), one.texts("words")
        for word in words:
            if "*" in word.partition(" ")[0]:
                one.fault("words", f"«{word}» начинается со звёздочки.", "первое слово крика впишите целиком.")
        phrases[kind] = (*phrases.get(kind, ()), *words)
    return Cries(phrases, fields.texts("beside_cries"))


def _near(rule: Fields) -> int:
    value = rule.text("near") or str(NEAR)
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= NEAR):
        rule.fault("near", "расстояние непонятно.", f"напишите число слов от 1 до {NEAR}.")
        return NEAR
    return int(value)


def _is_enough(needed: tuple[str, ...], classes: dict[str, tuple[str, ...]]) -> bool:
    """Whether one class is a sum in itself: an address, or whole phrases."""
    return bool(needed) and all(
        name in HOST_CLASSES or all(" " in one for one in classes.get(name, ())) for name in needed
    )


def _answers(fields: Fields, has_article: Callable[[str], bool]) -> dict[Kind, Answer]:
    answers: dict[Kind, Answer] = {}
    for one in _done(fields, "answers"):
        kind = one.choice("kind", Kind, Kind.CALL)
        article = one.text("article")
        answers[kind] = Answer(kind, one.required("now"), one.texts("then"), article)
        if article and not has_article(article):
            one.fault("article", f"статьи «{article}» нет.", "исправьте id или уберите его.")
        if not one.texts("sources"):
            one.fault("sources", "не сказано, откуда номера и советы.", "впишите «sources: [адрес страницы]».")
        if kind in CRISES and article:
            one.fault("article", "здесь нужен только номер.", "уберите article.")
    if missing := [kind for kind in Kind if kind not in answers]:
        fields.fault("answers", f"нет ответа для «{missing[0]}».", "впишите «- kind: …», «now: …».")
    return answers


def _hold_to_a_screen(fields: Fields) -> None:
    for one in fields.records("answers"):
        then = one.texts("then")
        if len(one.text("now") or "") > _LONGEST_NOW:
            one.fault("now", "первая строка длинна.", f"оставьте до {_LONGEST_NOW} знаков.")
        if len(then) > MOST_STEPS or any(len(step) > _LONGEST_STEP for step in then):
            one.fault("then", "советы длинны.", f"оставьте до {MOST_STEPS} строк по {_LONGEST_STEP} знаков.")


def _try_on_examples(fields: Fields, rules: Rules | None) -> None:
    for one in _done(fields, "examples"):
        _try(one, "lines", rules, one.choice("kind", Kind, Kind.CALL))
    _try(fields, "cautions", rules, "caution")
    _try(fields, "harmless", rules, "nothing")


def _try(fields: Fields, name: str, rules: Rules | None, meant: str) -> None:
    for number, line in fields.numbered(name):
        if rules and (seen := _seen(rules, line)) != meant:
            reason = f"«{line}» понято как {_SEEN.get(seen, seen)}, а должно быть {_SEEN.get(meant, meant)}."
            fields.fault(name, reason, _CURE, number)


_SEEN = {"nothing": "безобидное", "caution": "повод для осторожности"}
_CURE = "поправьте classes и rules или уберите строку."


def _seen(rules: Rules, line: str) -> str:
    threat = rules.look(line)
    if threat is None:
        return "nothing"
    return "caution" if threat.level is Level.CAUTION else str(threat.kind)
