"""A small FAQ that unit tests can reason about."""

from collections.abc import Sequence

from bot.faq.article import Article, ArticleId, GroupId
from bot.faq.search.search import Engine
from bot.faq.search.synonyms import Synonyms

SYNONYMS = Synonyms.concepts_of({"врач": ["доктор", "зубной"], "аккаунт": ["личный кабинет", "учётка"]})


def article(id_: str, title: str, variants: Sequence[str], body: str = "") -> Article:
    return Article(ArticleId(id_), GroupId("g"), title, tuple(variants), body)


FEW = (
    article(
        "password",
        "Забыл пароль от Госуслуг. Как войти?",
        ("не помню пароль", "как восстановить пароль", "сбросить старый пароль", "потеряла бумажку с паролем"),
        "Нажмите «Забыли пароль?» на странице входа.",
    ),
    article(
        "doctor",
        "Как записаться к врачу?",
        ("запись в поликлинику", "хочу на приём к терапевту", "записать маму к доктору", "талон к врачу"),
        "Откройте услугу «Запись к врачу».",
    ),
    article(
        "fines",
        "Как проверить и оплатить штраф?",
        ("штрафы гибдд", "пришёл штраф с камеры", "сколько я должна за превышение", "оплата штрафа"),
        "Штрафы видны на Госуслугах.",
    ),
    article(
        "delete",
        "Как удалить личный кабинет?",
        ("удалить учётную запись", "хочу удалиться насовсем", "закрыть аккаунт на госуслугах"),
        "Удаление находится в настройках.",
    ),
)


def engine_of_few() -> Engine:
    return Engine.build(FEW, SYNONYMS)
