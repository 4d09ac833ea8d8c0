"""Words of somebody else: signs of fraud are named, their absence never means that all is well."""

import pytest

from bot.safety.danger_file import Dangers
from bot.safety.threat import Kind
from bot.safety.verdict import Judge, Verdict


@pytest.fixture(scope="session")
def judge(dangers: Dangers) -> Judge:
    return dangers.judge


def judged(judge: Judge, text: str) -> Verdict:
    verdict = judge.judge(text)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize(
    ("text", "kind", "sign"),
    [
        ("Госуслуги: подтвердите вход на gosuslugi-pay.ru и назовите код из смс", Kind.LINK, "просят назвать код"),
        (
            "Ваш аккаунт заблокирован! Срочно позвоните 8-495-000-00-00",
            Kind.MESSAGE,
            "зовут позвонить по номеру из сообщения",
        ),
        ("Вам положена выплата 12000 руб. Получите: http://vyplata-lk.top", Kind.LINK, "обещают выплату или приз"),
    ],
)
def test_signs_of_fraud_are_named(judge: Judge, text: str, kind: Kind, sign: str) -> None:
    verdict = judged(judge, text)

    assert verdict.kind is kind
    assert sign in verdict.signs


def test_a_forged_address_is_enough(judge: Judge) -> None:
    verdict = judged(judge, "загляните gosuslugi-pay.ru")

    assert verdict.kind is Kind.LINK
    assert [(host.name, host.imitated and host.imitated.host) for host in verdict.foreign] == [
        ("gosuslugi-pay.ru", "gosuslugi.ru")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Госуслуги: ваше заявление принято, статус на https://www.gosuslugi.ru/600101",
        "Никому не говорите код из СМС. Госуслуги",
        "СФР: пенсия зачислена 18420 руб.",
    ],
)
def test_an_ordinary_notice_has_too_few_signs(judge: Judge, text: str) -> None:
    assert judged(judge, text).kind is None


def test_an_official_address_is_named_with_its_owner(judge: Judge) -> None:
    official = judged(judge, "статус на https://lk.gosuslugi.ru/600101").official

    assert official is not None
    assert (official.name, official.owner) == ("lk.gosuslugi.ru", "Госуслуги")


def test_beside_a_foreign_address_no_official_one_is_named(judge: Judge) -> None:
    assert judged(judge, "gosuslugi.ru или gosuslugi-pay.ru").official is None


def test_where_nothing_is_said_of_anybody_there_is_nothing_to_judge(judge: Judge) -> None:
    assert judge.judge("встречаемся в субботу у клуба") is None


@pytest.mark.parametrize(
    ("text", "is_doubt", "is_all"),
    [
        ("Это правда от Госуслуг?", True, True),
        ("это мошенники или правда из банка", True, True),
        ("пришло письмо на gosuslugi-pay.ru, это обман?", True, False),
        ("как получить справку", False, False),
    ],
)
def test_a_doubt_is_told_from_the_message_it_is_of(judge: Judge, text: str, is_doubt: bool, is_all: bool) -> None:  # noqa: FBT001 - values of a table
    assert (judge.doubts(text), judge.asks_of_nothing(text)) == (is_doubt, is_all)
