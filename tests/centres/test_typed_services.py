"""What a centre helps with, as people type it: named services are read, others are asked about, denials never taken."""

import pytest

from bot.centres.centre import Service
from bot.centres.typed_services import UnclearServicesError, read_services
from bot.screens.centres.centre_card import OFFERS


@pytest.mark.parametrize(("service", "words"), OFFERS.items())
def test_the_words_of_the_card_are_read_back(service: Service, words: str) -> None:
    assert read_services(words) == (service,)


def test_all_of_them_in_one_line_are_read() -> None:
    assert read_services("; ".join(OFFERS.values())) == tuple(Service)


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("Госуслуги", {Service.CONSULTATION}),
        ("помогаем с госуслугами, есть компьютер и wi-fi", {Service.CONSULTATION, Service.COMPUTERS, Service.INTERNET}),
        ("помощь с регистрацией на Госуслугах и паролями", {Service.ACCOUNT}),
        ("запись к врачу, пособия, оплата штрафов", {Service.CONSULTATION}),
        ("юрист; на дому; для детей", {Service.LAWYER, Service.HOME, Service.CHILDREN}),
        ("консультации по Госуслугам, бесплатно", {Service.CONSULTATION, Service.FREE}),
        ("бесплатные консультации по Госуслугам", {Service.CONSULTATION, Service.FREE}),
        ("помогаем бесплатно с Госуслугами, есть компьютер", {Service.CONSULTATION, Service.FREE, Service.COMPUTERS}),
        ("бесплатный интернет и компьютеры", {Service.COMPUTERS, Service.INTERNET}),
        ("бесплатная консультация юриста", {Service.LAWYER}),
        ("ЦОД, правовые базы, пандус", {Service.PUBLIC_ACCESS, Service.LEGAL_BASES, Service.MOBILITY}),
    ],
)
def test_people_say_it_in_their_words(text: str, services: set[Service]) -> None:
    assert set(read_services(text)) == services


@pytest.mark.parametrize(
    "text", ["", "всё", "да", "ксерокс", "компьютеров нет", "интернет не работает", "всё, кроме юриста"]
)
def test_what_names_none_of_them_is_asked_about(text: str) -> None:
    with pytest.raises(UnclearServicesError):
        read_services(text)
