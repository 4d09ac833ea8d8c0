"""What alarms and what does not; data/danger.yaml holds its own examples besides, tried whenever it is read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.safety.rules import Rules
from bot.safety.threat import Kind, Level
from bot.screens.menu import Menu

ALARMS = {
    "http://gosus1ugi-vyplata.ru введите код": Kind.LINK,
    "проголосуйте за Машу https://konkurs.fun/golos": Kind.LINK,
    "мне звонят из банка просят код": Kind.CALL,
    "mne zvonyat iz banka prosyat kod": Kind.CALL,
    "vyt pdjyzn bp ,fyrf ghjczn rjl": Kind.CALL,
    "Назoвите кoд, звoнят из бaнка": Kind.CALL,  # Latin «o» and «a» among Cyrillic letters
    "звонят и просят зделать перевод на безопастный щёт": Kind.SAFE_ACCOUNT,
    "Ваш аккаунт Госуслуг взломан! Срочно позвоните 8-495-000-00-00 и сообщите код": Kind.MESSAGE,
    "смс от сбера: перевод 15000 подтверждён. Если это не вы, позвоните 88003330000": Kind.MESSAGE,
    "пишут: на ваше имя доверенность, для отмены позвоните по номеру 8 495 000 00 00, я назвала код": Kind.CODE_TOLD,
    "в поликлинике сказали назвать код из смс": Kind.CALL,
    "я назвала код": Kind.CODE_TOLD,
    "перевела деньги мошенникам": Kind.MONEY_GONE,
    "установила приложение по их просьбе": Kind.REMOTE_APP,
    "просят показать экран": Kind.REMOTE_APP,
    "сказали что мой кабинет взломали и надо перевести деньги на безопасный счёт": Kind.SAFE_ACCOUNT,
    "звонят говорят мой кабинет на госуслугах взломали": Kind.CALL,
    "говорят что мой аккаунт взломали и надо снять деньги и отдать курьеру": Kind.COURIER,
    "взломали госуслуги что делать": Kind.HACKED,
    "взломали госуслуги и перевели деньги на безопасный счёт": Kind.MONEY_GONE,
    "дочь просит перевести деньги пишет с чужого номера": Kind.RELATIVE_IN_TROUBLE,
    "хочу умереть": Kind.SELF_HARM,
    "не хочу больше жить": Kind.SELF_HARM,
    "мама без сознания": Kind.MEDICAL,
    "муж бьёт": Kind.VIOLENCE,
    "угрожают ножом": Kind.VIOLENCE,
    "горит дом": Kind.FIRE,
    "пахнет газом": Kind.GAS,
    "звонят, просят код, а у меня маме плохо с сердцем": Kind.MEDICAL,  # a crisis goes before fraud
}
NO_ALARM = [
    "сын пишет с нового номера, как поменять его на госуслугах",
    "дочь просит перевести её документы на русский",
    "умер отец, что делать с его госуслугами",
    "не могу, убила бы этот портал",
    "скорая помощь в программе",
    "как записаться к врачу болит спина",
    "что делать если позвонили мошенники",
    "пришёл код а я не просил",
    "у нас в четверг лекция про мошенников, которые звонят и просят код",
    "код не приходит",
    "пожарная справка",
    "горит срок",
    "сердечно благодарю",
    "мне не звонят и код не просят",
    "никому не называла код",
    "Никому не говорите код из СМС. Госуслуги",
    "меня завтра не будет, перенесите запись",
    "позвоните мне",
    "https://www.gosuslugi.ru/600101 просит код",
    "внук просит код от домофона",
    "устала жить на пенсию",
    "звоните 8 911 000-00-00, меня зовут Анна",
    "вход с нового устройства как посмотреть",
    "у меня заблокирован аккаунт, позвоните мне",
]


@pytest.mark.parametrize(("text", "kind"), ALARMS.items(), ids=ALARMS)
def test_danger_and_crisis_alarm(rules: Rules, text: str, kind: Kind) -> None:
    threat = rules.look(text)

    assert threat is not None
    assert (threat.kind, threat.level) == (kind, Level.ALARM)


@pytest.mark.parametrize("text", NO_ALARM)
def test_ordinary_questions_anger_and_sayings_do_not(rules: Rules, text: str) -> None:
    threat = rules.look(text)

    assert threat is None or threat.level is Level.CAUTION


@pytest.mark.parametrize("text", ["не открывается dom-spravki.site", "звонили из мфц, паспорт готов"])
def test_what_may_be_either_is_a_caution(rules: Rules, text: str) -> None:
    threat = rules.look(text)

    assert threat is not None
    assert threat.level is Level.CAUTION


def test_a_forgery_names_what_it_imitates(rules: Rules) -> None:
    threat = rules.look("вот nalog-vozvrat.site")

    assert threat is not None
    assert threat.imitated is not None
    assert (threat.imitated.owner, threat.imitated.host) == ("налоговая служба", "nalog.ru")


def test_no_word_of_the_menu_is_a_danger(rules: Rules) -> None:
    assert [word for word in Menu if rules.look(word)] == []


def _asked() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in Path("tests/faq/own_messages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], tuple(row["labels"])


def test_at_most_two_of_a_hundred_ordinary_messages_alarm(rules: Rules) -> None:
    of_safety = {file.stem for file in Path("data/faq/safety").glob("*.md")} | {"change-password", "login-who-was-in"}
    ordinary = [text for text, labels in _asked() if not of_safety & set(labels)]
    alarms = [text for text in ordinary if (threat := rules.look(text)) and threat.level is Level.ALARM]

    assert len(ordinary) > 200
    assert len(alarms) <= 0.02 * len(ordinary), alarms


def test_the_longest_noise_is_read_in_no_time(rules: Rules) -> None:
    assert rules.look("ж" * 4096) is None
    assert rules.look(("a." * 2048) + "ru") is None


@pytest.mark.parametrize(
    "text", ["пожар", "Умираю!", "скорую", "как вызвать скорую", "номер скорой", "вызовите полицию"]
)
def test_a_cry_for_help_needs_no_second_word(rules: Rules, text: str) -> None:
    threat = rules.look(text)

    assert threat is not None
    assert threat.is_crisis
