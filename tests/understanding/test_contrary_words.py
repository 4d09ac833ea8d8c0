"""Words that contradict a question, doubt it or speak of something else never decide it."""

from datetime import datetime

import pytest

from bot.understanding.acts import ActName
from bot.understanding.live_understanding import Understanding
from bot.understanding.turns import AskedFor, OwnVisit, Turns
from tests.understanding.conftest import MONDAY

ERASING = ("Да, стереть", "Нет, оставить")
CANCELLING = ("Да, отменить", "Оставить", "Перенести")
CHECKING = ("Да, записать", "Другое время", "Не записываться")
VISITS = tuple(OwnVisit(MONDAY.replace(month=12, day=day), "Псков", "recovery") for day in (1, 3))


def first(understanding: Understanding, text: str, turns: Turns, now: datetime = MONDAY) -> ActName:
    return understanding.understand(text, turns, now).first.name


@pytest.mark.parametrize(
    "text",
    [
        *("отменяйте", "отмените", "отправляйте", "записывайте", "покажи мою запись", "включай", "переносите"),
        *(
            "сохраните",
            "закрывайте",
            "нет, отменяйте",
            "да ли",
            "не стирайте",
            "да нет не стирай",
            "стирать?",
            "оставь",
        ),
    ],
)
def test_the_verb_of_another_deed_erases_nothing(understanding: Understanding, text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.YES_NO, options=ERASING)) is not ActName.YES


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (ERASING, "стирай"),
        (ERASING, "да, сотрите всё пожалуйста"),
        (ERASING, "стирайте уже"),
        (CANCELLING, "отменяйте"),
        (CANCELLING, "да отмени пожалуйста"),
        (("Да, перенести", "Другое время"), "переносите"),
        (("Отправить", "Не отправлять"), "да, хорошо"),
    ],
)
def test_the_verb_of_the_question_agrees(understanding: Understanding, options: tuple[str, ...], text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.YES_NO, options=options)) is ActName.YES


@pytest.mark.parametrize("text", ["нет, отменяйте", "стирайте", "включите", "отправьте"])
def test_what_is_no_answer_to_cancelling_cancels_nothing(understanding: Understanding, text: str) -> None:
    turns = Turns(asked=AskedFor.YES_NO, options=CANCELLING, own=VISITS[:1])

    assert first(understanding, text, turns) not in {ActName.YES, ActName.NO}


@pytest.mark.parametrize("text", ["не отменяйте", "нет, не отменяйте", "не надо отменять", "оставьте пожалуйста"])
def test_a_forbidden_deed_is_refused(understanding: Understanding, text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.YES_NO, options=CANCELLING)) is ActName.NO


@pytest.mark.parametrize("text", ["отменяйте", "стирайте", "отправляйте", "удаляйте"])
def test_the_verb_of_another_deed_books_nothing(understanding: Understanding, text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.CHECK, options=CHECKING)) is not ActName.YES


@pytest.mark.parametrize("text", ["записывайте", "да запишите", "давай записывай милая"])
def test_a_booking_is_agreed_to_in_its_own_words(understanding: Understanding, text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.CHECK, options=CHECKING)) is ActName.YES


@pytest.mark.parametrize("asked", [AskedFor.QUESTION, AskedFor.ANSWER, AskedFor.WORDS])
@pytest.mark.parametrize(
    "text",
    [
        *("Как выйти из госуслуг на телефоне?", "где выход из личного кабинета", "отмена доверенности как делается"),
        *("вышла замуж, хочу закончить регистрацию", "у меня отмена субсидии", "выйдете ли вы завтра на работу"),
    ],
)
def test_words_for_somebody_are_no_end_of_the_form(understanding: Understanding, asked: AskedFor, text: str) -> None:
    assert first(understanding, text, Turns(asked=asked)) is not ActName.STOP


@pytest.mark.parametrize("asked", [AskedFor.QUESTION, AskedFor.ANSWER, AskedFor.WORDS, AskedFor.DAY])
@pytest.mark.parametrize("text", ["хватит", "ой всё, передумала", "отмена", "ладно не надо, забудьте"])
def test_a_form_is_ended_by_plain_words(understanding: Understanding, asked: AskedFor, text: str) -> None:
    assert first(understanding, text, Turns(asked=asked)) is ActName.STOP


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("вряд ли приду", None),
        ("наверное приду", None),
        ("не знаю, смогу ли прийти", None),
        ("приду если автобус будет", None),
        ("не приеду", "no"),
        ("не поеду завтра", "no"),
        ("болею, не дойду", "no"),
        ("приду обязательно", "yes"),
        ("ок приду", "yes"),
    ],
)
@pytest.mark.parametrize("asked", [AskedFor.REMINDER, AskedFor.VISIT])
def test_coming_is_noted_only_where_it_is_said_plainly(
    understanding: Understanding, asked: AskedFor, text: str, value: str | None
) -> None:
    act = understanding.understand(text, Turns(asked=asked, own=VISITS[:1]), MONDAY).first

    assert act.name in {ActName.CONFIRM_COMING, ActName.CANCEL} if value == "no" else ActName.CONFIRM_COMING
    assert act.name is ActName.CANCEL or act.slots.value == value


@pytest.mark.parametrize(
    ("text", "number"), [("отмените последнюю запись", 2), ("отмените первую", 1), ("отмените вторую запись", 2)]
)
def test_the_last_visit_is_counted_among_visits_not_buttons(
    understanding: Understanding, text: str, number: int
) -> None:
    turns = Turns(asked=AskedFor.VISIT, options=("Перенести", "Отменить", "Как добраться", "Мои записи"), own=VISITS)

    act = understanding.understand(text, turns, MONDAY).first

    assert (act.name, act.slots.n) == (ActName.CANCEL, number)


def test_no_wish_of_many_is_dropped_unnamed(understanding: Understanding) -> None:
    wishes = ("отмените мою запись", "опаздываю на 10 минут", "телефон библиотеки в Гдове", "продлите мне книгу")
    more = ("включите чтение вслух", "перезвоните мне", "какой у меня код", "запишите маму на среду в 11")
    text = ". ".join((*wishes, *more))

    assert len(understanding.understand(text, Turns(own=VISITS), MONDAY).acts) == len(wishes) + len(more)


def test_the_day_of_a_lateness_is_kept(understanding: Understanding) -> None:
    act = understanding.understand("опоздаю на полчаса завтра", Turns(own=VISITS), MONDAY).first

    assert (act.name, act.slots.minutes, str(act.slots.day)) == (ActName.LATE, 30, "2026-12-01")


@pytest.mark.parametrize(
    "text",
    [
        *("конечно нет", "да нет", "точно нет!", "ладно нет", "ок нет", "хорошо только нет", "давай нет"),
        *("да, но записи оставьте", "да, кроме вопросов", "стирайте, но запись не трогайте", "да, если это надолго"),
        *("да, только не сегодня", "ну да, а зачем?", "стерли уже", "сохраните"),
    ],
)
def test_a_refusal_or_a_condition_erases_nothing(understanding: Understanding, text: str) -> None:
    acts = understanding.understand(text, Turns(asked=AskedFor.YES_NO, options=ERASING), MONDAY).acts

    assert ActName.YES not in {act.name for act in acts}


@pytest.mark.parametrize("text", ["конечно нет", "да нет", "точно нет", "ой да нет же"])
def test_a_refusal_after_a_filler_is_a_refusal(understanding: Understanding, text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.YES_NO, options=ERASING)) is ActName.NO


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (CANCELLING, "отметьте меня"),
        (CANCELLING, "отменила уже"),
        (CANCELLING, "отменено"),
        (CANCELLING, "да, но не эту"),
        (CANCELLING, "да, если нельзя перенести"),
        (("Да, перенести", "Другое время"), "перезвоните"),
        (("Да, перенести", "Другое время"), "хорошо, тогда перезвоните мне"),
        (("Да, перенести", "Другое время"), "перепишите"),
        (("Да, перенести", "Другое время"), "да, но на час позже"),
    ],
)
def test_a_word_that_only_begins_alike_decides_nothing(
    understanding: Understanding, options: tuple[str, ...], text: str
) -> None:
    turns = Turns(asked=AskedFor.YES_NO, options=options, own=VISITS[:1])

    assert ActName.YES not in {act.name for act in understanding.understand(text, turns, MONDAY).acts}


@pytest.mark.parametrize("text", ["я уже записалась", "записан", "запись", "запись уже есть"])
def test_told_of_a_booking_is_no_booking(understanding: Understanding, text: str) -> None:
    assert first(understanding, text, Turns(asked=AskedFor.CHECK, options=CHECKING)) is not ActName.YES


@pytest.mark.parametrize(
    "text", ["буду в 13", "приеду к двум", "приду не я, а дочь", "приду, но не завтра, а в пятницу", "да нет"]
)
def test_another_hour_or_person_is_no_coming(understanding: Understanding, text: str) -> None:
    turns = Turns(asked=AskedFor.REMINDER, own=VISITS[:1])
    acts = understanding.understand(text, turns, MONDAY).acts

    assert not any(act.name is ActName.CONFIRM_COMING and act.slots.value == "yes" for act in acts)


@pytest.mark.parametrize("text", ["приду завтра в 10", "буду в 10", "приду во вторник"])
def test_the_time_of_the_visit_itself_is_coming(understanding: Understanding, text: str) -> None:
    act = understanding.understand(text, Turns(asked=AskedFor.REMINDER, own=VISITS[:1]), MONDAY).first

    assert (act.name, act.slots.value) == (ActName.CONFIRM_COMING, "yes")
