"""Addresses: official ones, their forgeries, unknown ones, and what is no address at all."""

import re
from pathlib import Path

import pytest

from bot.safety.hosts import Standing
from bot.safety.rules import Rules
from bot.safety.spoken_words import even

FORGED = [
    "http://gosus1ugi-vyplata.ru",
    "gosuslugi.ru.login-check.xyz",
    "gosuslugi.info",
    "gos-uslugi.ru/vhod",
    "gos.uslugi.com",
    "gossuslugi.ru",
    "GOSUCLUGI.RU",
    "gоsuslugi.ru",  # Cyrillic «о»
    "госуслуги-выплата.рф",
    "https://xn----dtbbahvtxfyaxc6a.xn--p1ai",  # госуслуги-вход.рф
    "https://gosuslugi.ru@vhod.top/lk",
    "https://evil.top/gosuslugi.ru/login",
    "mygosuslugi24.site",
    "sberbank-bonus.top",
    "sber-online.store",
    "nalog-vozvrat.site",
    "sfr.vyplaty.xyz",
    "mos.ru-login.xyz",
    "no-reply@gosuslugi-help.ru",
]
KNOWN = [
    "gosuslugi.ru",
    "https://www.gosuslugi.ru/600101/1/form?x=1",
    "lk.gosuslugi.ru",
    "esia.gosuslugi.ru",
    "pos.gosuslugi.ru",
    "https://sfr.gov.ru",
    "lkfl2.nalog.ru",
    "nalog.gov.ru",
    "www.mos.ru",
    "online.sberbank.ru",
    "мвд.рф",
    "гибдд.рф",
    "portal.pskovlib.ru",
    "m.vk.com",
]
UNKNOWN = ["dom-spravki.site", "http://185.22.1.3/", "https://konkurs.fun/golos", "bit.ly/3xYz", "analog.ru"]
NONE = [
    "anna.petrova@mail.ru",
    "no-reply@gosuslugi.ru",
    "пишу на почту ivanov@dom-spravki.site",
    "здравствуйте.подскажите",
    "в 10.30 или 24.11.2026",
    "т.е. не вышло",
    "выписка.pdf",
    "д.5 кв.12",
]


def test_no_site_on_the_card_of_a_centre_is_unknown(rules: Rules) -> None:
    sites = re.findall(r"^ +site: (http\S+)", Path("data/centres.yaml").read_text("utf-8"), re.MULTILINE)

    assert [site for site in sites if [one.standing for one in rules.hosts.find(even(site))] != [Standing.KNOWN]] == []
    assert sites != []


@pytest.mark.parametrize("address", FORGED)
def test_a_forged_address_is_told_from_the_one_it_imitates(rules: Rules, address: str) -> None:
    assert [host.standing for host in rules.hosts.find(even(address))] == [Standing.FORGED]


@pytest.mark.parametrize("address", KNOWN)
def test_an_official_or_familiar_address_is_known(rules: Rules, address: str) -> None:
    assert [host.standing for host in rules.hosts.find(even(address))] == [Standing.KNOWN]


@pytest.mark.parametrize("address", UNKNOWN)
def test_any_other_address_is_unknown(rules: Rules, address: str) -> None:
    assert [host.standing for host in rules.hosts.find(even(address))] == [Standing.UNKNOWN]


@pytest.mark.parametrize("text", NONE)
def test_mail_dates_and_sentences_are_no_addresses(rules: Rules, text: str) -> None:
    assert [host for host in rules.hosts.find(even(text)) if host.standing is not Standing.KNOWN] == []
