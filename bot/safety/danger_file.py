"""data/danger.yaml: read strictly, then learned from and tried on its examples."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.text_files import record
from bot.datafiles.yaml_record import YamlRecord
from bot.region.region import REGION
from bot.safety.cries import Cries
from bot.safety.danger_answers import answers_in, hold_to_a_screen, no_signs_in
from bot.safety.danger_lessons import (
    EXAMPLES,
    Lessons,
    lessons_key,
    lessons_of_examples,
    lessons_of_rules,
    wishes_beside,
)
from bot.safety.host_lists import hosts_in
from bot.safety.recogniser import Recogniser, Thresholds
from bot.safety.rules import HOST_CLASSES, NEAR, DangerRule, Rules, urgency
from bot.safety.threat import Answer, Kind, Level
from bot.safety.threat_model import FEWEST, ThreatModel, train_model
from bot.safety.verdict import Judge, Sign
from bot.safety.word_classes import SHORTEST_BEGINNING, WordClasses

DANGER = "danger.yaml"
_SAMPLE = "official, classes, rules, answers, caution"
_WHOLE = 100  # percent


@dataclass(frozen=True, slots=True)
class Dangers:
    """How danger is recognised, what is said where it is, and the lines that this was learned from."""

    recogniser: Recogniser
    answers: dict[Kind, Answer]
    caution: str
    crisis_caution: str
    judge: Judge
    no_signs: Answer | None  # what is said where the judge sees none
    nothing_to_judge: str
    lessons: Lessons

    @property
    def can_learn(self) -> bool:
        """Whether the rules are still alone and there are lines enough for a model."""
        return self.recogniser.model is None and len(self.lessons.all) >= FEWEST

    def taught(self, model: ThreatModel | None) -> "Dangers":
        """The same with a model beside the rules."""
        recogniser = replace(self.recogniser, model=model)
        return replace(self, recogniser=recogniser, judge=replace(self.judge, recogniser=recogniser))


ModelFor = Callable[[Dangers], ThreatModel | None]


def trained(dangers: Dangers) -> ThreatModel:
    """The model that is learned from the lines: takes seconds."""
    return train_model(dangers.recogniser.rules, dangers.lessons.threats, dangers.lessons.harmless)


def untaught(_: Dangers) -> None:
    """No model: for those who only want to know whether the files can be used."""


def load_dangers(
    file: Path,
    has_article: Callable[[str], bool] | None = None,
    model_for: ModelFor = trained,
    are_lines_met: Callable[[Dangers], bool] | None = None,
) -> tuple[Dangers | None, list[FileProblem]]:
    """What the files say unless they cannot be used, and what is wrong in them.

    Lines are tried on the whole, so only where the model is there or there are too few lines for one; it takes
    seconds, and is left out where it is known that they are met.
    """
    problems: list[FileProblem] = []
    dangers = _read(file, has_article or bool, problems)
    if dangers is None:
        return None, problems
    if dangers.can_learn:
        dangers = dangers.taught(model_for(dangers))
    if not dangers.can_learn and not (are_lines_met and are_lines_met(dangers)):
        problems += dangers.lessons.missed_by(dangers.recogniser)
    return dangers, problems  # what misses an example still helps


def _read(file: Path, has_article: Callable[[str], bool], problems: list[FileProblem]) -> Dangers | None:
    fields = record(file, problems, _SAMPLE)
    if fields is None:
        return None
    classes = _classes(fields)
    rules = tuple(sorted(_rules(fields, classes), key=urgency))
    answers = answers_in(fields, has_article)
    caught = Rules(hosts_in(fields, file.with_name(REGION)), WordClasses(classes), rules, _cries(fields))
    recogniser = Recogniser(caught, _thresholds(fields))
    caution = fields.required("caution")
    crisis_caution = fields.text("crisis_caution") or caution
    signs = tuple(Sign(one.required("says"), _rule(one, classes)) for one in _done(fields, "signs"))
    no_signs, nothing = no_signs_in(fields, has_article), fields.text("nothing_to_judge") or ""
    lessons = (*lessons_of_rules(fields, file), *lessons_of_examples(file.with_name(EXAMPLES), problems))
    is_whole = not problems
    hold_to_a_screen(fields)
    fields.done()
    if not is_whole:
        return None
    wishes = wishes_beside(file)
    judge, learned = Judge(recogniser, signs), Lessons(lessons, lessons_key(file, wishes), wishes)
    return Dangers(recogniser, answers, caution, crisis_caution, judge, no_signs, nothing, learned)


def _thresholds(fields: YamlRecord) -> Thresholds:
    """Percent in the file, shares in the program."""
    usual = Thresholds()
    return Thresholds(
        **{name.name: _share(fields, f"{name.name}_from", getattr(usual, name.name)) for name in fields_of(usual)}
    )


def _share(fields: YamlRecord, name: str, usual: float) -> float:
    value = fields.text(name)
    if value is None:
        return usual
    if not (value.isascii() and value.isdigit() and int(value) <= _WHOLE):
        fields.fault(name, "доля непонятна.", f"напишите число процентов от 0 до {_WHOLE}.")
        return usual
    return int(value) / _WHOLE


def _done(fields: YamlRecord, name: str) -> Iterator[YamlRecord]:
    for one in fields.records(name):
        yield one
        one.done()


def _classes(fields: YamlRecord) -> dict[str, tuple[str, ...]]:
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


def _rules(fields: YamlRecord, classes: dict[str, tuple[str, ...]]) -> Iterator[DangerRule]:
    for one in _done(fields, "rules"):
        yield _rule(one, classes)


def _rule(one: YamlRecord, classes: dict[str, tuple[str, ...]]) -> DangerRule:
    """A rule; a sign has neither kind nor level of its own."""
    kind, level = one.choice("kind", Kind, Kind.CALL), one.choice("level", Level, Level.ALARM)
    needed, unless = one.texts("all"), one.texts("not")
    for name in (*needed, *unless):
        if name not in classes and name not in HOST_CLASSES:
            one.fault("all", f"класса «{name}» нет.", "возьмите имя из classes.")
    if len(needed) < 2 and not _is_enough(needed, classes):
        one.fault("all", "одно слово ничего не решает.", "назовите два класса или класс из слов по два и больше.")
    return DangerRule(kind, level, tuple(sorted(needed, key=HOST_CLASSES.__contains__)), unless, _near(one))


def _cries(fields: YamlRecord) -> Cries:
    phrases: dict[Kind, tuple[str, ...]] = {}
    for one in _done(fields, "cries"):
        kind, words = one.choice("kind", Kind, Kind.CALL), one.texts("words")
        for word in words:
            if "*" in word.partition(" ")[0]:
                one.fault("words", f"«{word}» начинается со звёздочки.", "первое слово крика впишите целиком.")
        phrases[kind] = (*phrases.get(kind, ()), *words)
    return Cries(phrases, fields.texts("beside_cries"))


def _near(rule: YamlRecord) -> int:
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
