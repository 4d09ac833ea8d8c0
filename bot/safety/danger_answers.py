"""What is said where danger is recognised: the answers of data/danger.yaml."""

from collections.abc import Callable

from bot.datafiles.yaml_record import YamlRecord
from bot.safety.threat import CRISES, MOST_STEPS, Answer, Kind

# The first line must stand on the screen of a phone, above the keyboard: the article says the rest.
_LONGEST_NOW, _LONGEST_STEP = 90, 80  # signs

# Kinds that a file of an earlier version does not know yet, and what they were a part of in it.
_PART_OF = {
    Kind.RESCUE: Kind.FIRE,
    Kind.LOST: Kind.VIOLENCE,
    Kind.CASH_GIVEN: Kind.MONEY_GONE,
    Kind.SAFE_ACCOUNT: Kind.CALL,
    Kind.COURIER: Kind.CALL,
}


def answers_in(fields: YamlRecord, has_article: Callable[[str], bool]) -> dict[Kind, Answer]:
    """The answer to each kind; what is wrong in one is noted."""
    answers: dict[Kind, Answer] = {}
    for one in fields.records("answers"):
        kind = one.choice("kind", Kind, Kind.CALL)
        answers[kind] = _answer(one, kind, has_article)
        if kind in CRISES and answers[kind].article:
            one.fault("article", "здесь нужен только номер.", "уберите article.")
        one.done()
    answers |= {kind: answers[of] for kind, of in _PART_OF.items() if kind not in answers and of in answers}
    if missing := [kind for kind in Kind if kind not in answers]:
        fields.fault("answers", f"нет ответа для «{missing[0]}».", "впишите «- kind: …», «now: …».")
    return answers


def no_signs_in(fields: YamlRecord, has_article: Callable[[str], bool]) -> Answer | None:
    """What is said of a message in which no sign of fraud is seen; None in a file older than that."""
    found = [_answer(one, Kind.MESSAGE, has_article) for one in fields.records("no_signs")]
    return found[0] if found else None


def _answer(one: YamlRecord, kind: Kind, has_article: Callable[[str], bool]) -> Answer:
    article = one.text("article")
    if article and not has_article(article):
        one.fault("article", f"статьи «{article}» нет.", "исправьте id или уберите его.")
    if not one.texts("sources"):
        one.fault("sources", "не сказано, откуда номера и советы.", "впишите «sources: [адрес страницы]».")
    return Answer(kind, one.required("now"), one.texts("then"), article, one.text("caution"))


def hold_to_a_screen(fields: YamlRecord) -> None:
    """Notes the answers that a phone does not show whole."""
    for one in (*fields.records("answers"), *fields.records("no_signs")):
        then = one.texts("then")
        for name in ("now", "caution"):
            if len(one.text(name) or "") > _LONGEST_NOW:
                one.fault(name, "первая строка длинна.", f"оставьте до {_LONGEST_NOW} знаков.")
        if len(then) > MOST_STEPS or any(len(step) > _LONGEST_STEP for step in then):
            one.fault("then", "советы длинны.", f"оставьте до {MOST_STEPS} строк по {_LONGEST_STEP} знаков.")
