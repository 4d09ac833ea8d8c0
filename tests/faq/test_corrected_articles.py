"""Rules that the audit found wrong, outdated or missing: the right one is told, the wrong one never returns."""

import pytest

from bot.faq.article import Article
from tests.stage import the_faq


def article(name: str) -> Article:
    found = the_faq().library.article(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("srv-license", "прибавьте три года"),
        ("srv-veteran", "мужчинам — 25 лет, женщинам — 20"),
        ("srv-subsidy", "Откажут, только если суд подтвердил долг"),
        ("srv-overhaul", "только если суд подтвердил его"),
        ("srv-debts", "не платить больше двух месяцев после срока — от 10 000 рублей"),
        ("srv-benefit-unified", "кто может работать, должен и заработать"),
        ("srv-doctor", "103 или 112"),
        ("doctor-problem", "103 или 112"),
        ("srv-pension-80", "надбавка по уходу"),
        ("benefit-newborn", "28 450 рублей"),
        ("srv-pushkin", "в банке ВТБ"),
        ("zags", "с 1 января 2025 года стоит 5000 рублей с каждого"),
        ("late-fine", "а хозяину жилья — от 2 до 5 тысяч"),
        ("vehicle-register", "прекратите учёт сами"),
        ("reg-foreigner", "Сначала получите СНИЛС"),
        ("srv-bankruptcy", "от 25 000 до 1 000 000 рублей"),
        ("esign-get", "только через официальный бот «Госключа»"),
        ("reg-one-phone-family", "на конец 2026 года"),
        ("ps-library", "Библиотека работает"),
        ("login-forgot", "портал не предлагает СМС"),
        ("srv-matcap", "728 922 рубля"),
        ("sim-list", "с 1 ноября 2025 года лишние отключают"),
        ("safe-after-hack-credit", "Два раза в год"),
        ("pension", "В 2025 году писали, что для этого нужны 59 лет женщине и 64 мужчине"),
        ("srv-residence", "хозяин даёт согласие в своём кабинете"),
        ("ps-mfc", "mfc.pskov.ru"),
        ("passport-data", "Группу крови бесплатно отмечает поликлиника"),
        ("srv-doctor", "паспорт и полис ОМС"),
        ("login-biometric", "приложение «Госуслуги Биометрия»"),
        ("benefit-payment-date", "На почте платили в январе"),
        ("funeral-benefit", "ими подтверждают, что за похороны платили вы"),
        ("birth", "не позже чем через месяц"),
        ("login-consents", "Единый список всех согласий на портале в 2025 году только готовили"),
        ("srv-nsu", "лекарства оставить, за остальное получать деньги"),
        ("selfemployed", "Заплатите до 28 числа"),
        ("srv-school", "тест по русскому языку"),
        ("status-delay", "за 15 рабочих дней"),
        ("status-refusal-reason", "do.gosuslugi.ru"),
        ("benefit-extend", "Оформляли через Госуслуги — за месяц придёт уведомление"),
        ("foreign-status", "Приняли ли это, мы не нашли"),
        ("reg-foreigner", "Приняли ли это, мы не нашли"),
        ("reg-child-under14", "до 30 календарных"),
        ("reg-check-stuck", "30 календарных"),
        ("e-diary", "до 30 календарных"),
        ("srv-pushkin", "уже клиент ВТБ"),
        ("login-sms-late", "со смартфона код по СМС постепенно отменяют"),
        ("term-qr", "поддельные квитанции"),
        ("disabled-parking", "одного знака мало"),
        ("passport-not-at-residence", "Этот срок действует с 1 июля 2022 года"),
        ("benefit-newborn", "Работающим платят средний заработок целиком"),
        ("benefit-apply-online", "Оформляли на Госуслугах — за месяц"),
        ("conf-time", "Срока для банка мы не нашли"),
        ("care-supplement", "и при неполном рабочем дне"),
        ("sanatorium", "от 24 до 42 дней"),
        ("sanatorium", "только вместо лекарств?** Путёвка остаётся"),
        ("srv-license", "В правах 2022 год — три года уже прошли"),
        ("srv-passport-rf", "До 5 рабочих дней"),
        ("esign-get", "снимите заморозку раньше"),
        ("benefit-not-at-residence", "подайте заявление заново по новому адресу"),
        ("srv-matcap", "не выше двух прожиточных минимумов"),
        ("benefit-newborn", "Неработающие выбирают: или оно, или единое пособие"),
        ("social-contract", "до 350 000 рублей"),
        ("passport-14", "подписывает сам подросток"),
    ],
)
def test_the_answer_holds_the_right_rule(name: str, right: str) -> None:
    assert right in article(name).body


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("srv-license", "**Срок прав вышел?** Пока не получите новые"),
        ("srv-veteran", "стаж: мужчинам — 40 лет"),
        ("srv-subsidy", "долгов быть не должно"),
        ("srv-overhaul", "- долгов по взносам нет"),
        ("srv-benefit-unified", "**Нулевой доход.**"),
        ("benefit-newborn", "28 773"),
        ("conf-banks", "Почта Банк"),
        ("zags", "источники пишут неясно"),
        ("late-fine", "мы не нашли"),
        ("vehicle-register", "Порядка мы не нашли"),
        ("conf-time", "Ориентир — до 5 рабочих дней"),
        ("confirm-contacts", "приходит только код"),
        ("ps-library", "временно не работает"),
        ("ps-portal", "gosuslugi.pskov.ru"),
        ("safe-after-hack-credit", "раз в год»"),
        ("login-delete", "вы вправе"),
        ("passport-data", "точного правила мы не прочли"),
        ("srv-doctor", "возьмите паспорт и подойдите"),
        ("login-biometric", "Отпечаток для быстрого входа работает только"),
        ("login-biometric", "сдают в особых центрах"),
        ("benefit-payment-date", "За декабрь 2025 года заплатили заранее"),
        ("funeral-benefit", "вдруг спросят"),
        ("birth", "нельзя ли подать заявление на Госуслугах"),
        ("doctor-problem", "Портал показывает время на 14 дней"),
        ("foreign-status", "для въезда работает"),
        ("reg-foreigner", "для въезда служит"),
        ("status-delay", "не сказано"),
        ("conf-banks", "список банков есть в справке"),
        ("srv-debts", "не выпустят"),
        ("pension", "Условия в 2026 году"),
        ("disabled-parking", "а не знак на стекле"),
        ("social-contract", "С февраля 2026 года — и участникам СВО"),
        ("passport-not-at-residence", "Правило действует с 1 июля 2022 года"),
        ("conf-nearest", "они есть в каждом районе"),
        ("social-contract", "свежих не нашли"),
        ("inn-get", "Порядка мы не нашли"),
    ],
)
def test_the_answer_does_not_tell_the_old_rule(name: str, wrong: str) -> None:
    assert wrong not in article(name).body
