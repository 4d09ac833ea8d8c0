"""Rules and model together: wordings that no rule knows, harmless neighbours, the two tiers."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.safety.danger_file import load_dangers
from bot.safety.danger_lessons import Meant
from bot.safety.recogniser import Recogniser, Thresholds
from bot.safety.threat import CRISES, Kind, Level
from bot.screens.menu import Menu

DANGERS = [
    "тётка с телефонной станции выпытывает циферки, я растерялась",
    "сын попал в беду говорят, следователь ждёт деньги у подъезда",
    "закинул предоплату за мотоблок и продавец пропал с концами",
    "кто-то сидит в моём кабинете и подал заявление на кредит",
    "скинула незнакомцу разворот паспорта и снилс",
]
CRISES_TOLD = [
    "дедушка упал с лестницы и не отзывается",
    "в коридоре дым валит и трещит проводка",
    "наглоталась снотворного, прощайте",
    "сожитель пьяный с топором за дверью стоит",
]
HARMLESS = [
    "провели урок о мошенниках, пришло двенадцать человек",
    "повесили в читальном зале плакат про звонки от лжебанка",
    "читателям раздали памятки не говорите никому код",
    "умираю со скуки в вашей очереди",
    "сердце радуется какие вы молодцы",
    "внук помог, код ввели, всё заработало",
    "можно ли перевести пенсию на другую карту",
    "опять портал меня выкинул, сил нет",
]


def is_alarm(recogniser: Recogniser, text: str) -> bool:
    threat = recogniser.look(text)
    return threat is not None and threat.level is Level.ALARM


@pytest.mark.parametrize("text", DANGERS)
def test_a_danger_that_no_rule_words_is_not_passed_over(recogniser: Recogniser, text: str) -> None:
    threat = recogniser.look(text)

    assert threat is not None
    assert not threat.is_crisis


@pytest.mark.parametrize("text", CRISES_TOLD)
def test_a_crisis_in_other_words_alarms_as_a_crisis(recogniser: Recogniser, text: str) -> None:
    threat = recogniser.look(text)

    assert threat is not None
    assert (threat.level, threat.kind in CRISES) == (Level.ALARM, True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("карта пустая, было сто восемьдесят тысяч, стал ноль", Kind.MONEY_GONE),
        ("отдала наличные парню, который приходил от следователя", Kind.CASH_GIVEN),
        ("курьер уже едет ко мне за деньгами", Kind.COURIER),
        ("собираю деньги в пакет, приедет человек от банка", Kind.COURIER),
        ("сказали спасти вклад, перевести всё на резервный счёт центробанка", Kind.SAFE_ACCOUNT),
        ("я продиктовала код женщине из поликлиники", Kind.CODE_TOLD),
    ],
)
def test_money_carried_away_moved_or_given_has_kinds_of_its_own(recogniser: Recogniser, text: str, kind: Kind) -> None:
    threat = recogniser.look(text)

    assert threat is not None
    assert (threat.kind, threat.level) == (kind, Level.ALARM)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("свекор лежит на полу, хрипит и не отзывается", Kind.MEDICAL),
        ("запишите мужа к неврологу, у него с утра рука как плеть и рот кривой", Kind.MEDICAL),
        ("отец с потерей памяти ушёл утром из дома и не вернулся", Kind.LOST),
        ("лёд треснул, двое рыбаков в воде, держатся за край", Kind.RESCUE),
        ("лучше бы мне совсем не просыпаться, всем без меня легче", Kind.SELF_HARM),
        ("муж запер нас в комнате и грозится убить", Kind.VIOLENCE),
        ("памагите дом гарит", Kind.FIRE),
    ],
)
def test_a_crisis_has_the_number_of_its_kind(recogniser: Recogniser, text: str, kind: Kind) -> None:
    threat = recogniser.look(text)

    assert threat is not None
    assert (threat.kind, threat.level) == (kind, Level.ALARM)


@pytest.mark.parametrize(
    "text",
    [
        "сердце побаливает по вечерам, к кардиологу бы записаться",
        "умер свёкор, как оформить похороны",
        "ноутбук сгорел, где распечатать билет",
        "отключили газ за неуплату, как подключить",
        "после пожара положена ли выплата",
        "раньше пенсию носила почтальонка, а теперь только на карту",
        "отдала деньги воспитательнице на экскурсию, дадут чек?",
        "дед воевал и пропал без вести в сорок третьем, где искать",
    ],
)
def test_illness_death_fire_and_cash_of_every_day_do_not_alarm(recogniser: Recogniser, text: str) -> None:
    assert not is_alarm(recogniser, text)


@pytest.mark.parametrize("text", HARMLESS)
def test_lessons_sayings_and_ordinary_money_do_not_alarm(recogniser: Recogniser, text: str) -> None:
    assert not is_alarm(recogniser, text)


@pytest.mark.parametrize("text", ["взлом", "полиция", "деньги", "код", "умерла", "нож", "газ", "мошенники", "банк"])
def test_no_single_word_decides_alone(recogniser: Recogniser, text: str) -> None:
    assert not is_alarm(recogniser, text)


def test_until_the_model_is_learned_the_rules_judge_alone(recogniser: Recogniser) -> None:
    alone = replace(recogniser, model=None)

    assert alone.look("мне звонят из банка просят код") is not None
    assert alone.look(DANGERS[3]) is None


def test_the_thresholds_of_the_file_decide_the_tier(recogniser: Recogniser) -> None:
    deaf = replace(recogniser, thresholds=Thresholds(alarm=1.01, crisis=1.01, caution=0.25, rule=0))
    asleep = replace(deaf, thresholds=replace(deaf.thresholds, caution=1.01, crisis_caution=1.01))

    assert recogniser.look(CRISES_TOLD[0]) != deaf.look(CRISES_TOLD[0])
    assert (told := deaf.look(CRISES_TOLD[0])) is not None
    assert told.level is Level.CAUTION
    assert asleep.look(CRISES_TOLD[0]) is None


@pytest.mark.parametrize(
    "text", ["how can i get a visa to germany quickly", "qwerty asdfgh zxcvbn", "wifi password please"]
)
def test_other_tongues_are_no_danger(recogniser: Recogniser, text: str) -> None:
    assert recogniser.look(text) is None


def test_latin_keys_and_letters_are_read(recogniser: Recogniser) -> None:
    assert recogniser.look("vyt pdjyzn bp ,fyrf ghjczn rjl") is not None
    assert recogniser.look("syna posadili v politsiyu prosyat dengi") is not None


def test_a_short_reply_to_a_question_is_left_to_the_rules(recogniser: Recogniser) -> None:
    assert recogniser.look("бабушка упала не шевелится", is_reply=True) == recogniser.rules.look(
        "бабушка упала не шевелится"
    )
    assert recogniser.look("просят код из смс", is_reply=True) is not None


def test_no_word_of_the_menu_is_a_danger(recogniser: Recogniser) -> None:
    assert [word for word in Menu if is_alarm(recogniser, word)] == []


def _asked() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in Path("tests/faq/own_messages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], tuple(row["labels"])


def test_few_ordinary_messages_alarm_and_few_more_are_cautioned(recogniser: Recogniser) -> None:
    of_safety = {file.stem for file in Path("data/faq/safety").glob("*.md")} | {"change-password", "login-who-was-in"}
    ordinary = [text for text, labels in _asked() if not of_safety & set(labels)]
    told = [threat for text in ordinary if (threat := recogniser.look(text))]

    assert len([threat for threat in told if threat.level is Level.ALARM]) <= 0.02 * len(ordinary)
    assert len([threat for threat in told if threat.level is Level.CAUTION]) <= 0.06 * len(ordinary)


def test_lines_of_people_are_learned_from_and_tried() -> None:
    dangers, _ = load_dangers(Path("data/danger.yaml"), model_for=lambda _: None)

    assert dangers is not None
    meant = {lesson.meant for lesson in dangers.lessons.all}
    assert meant == set(Meant)
