"""What a centre helps with, as people type it: «консультации по Госуслугам, компьютеры и интернет»."""

import re

from bot.centres.centre import Service
from bot.russian.normalize import fold

_ACCOUNT = r"учетн\w+ запис\w+|парол\w+|регистраци\w+|подтвержд\w+(?: личност\w+)?|аккаунт\w*|вход\w*"
_ONLINE = r"запис\w+ (?:к врачу|в (?:детский )?сад|в школу)|(?:оплат\w+ )?штраф\w*|пособи\w+|льгот\w*|справк\w+"
_FREE = (
    r"(?:помо(?:щь|гаем|жем)|консультаци\w+|консультируем) бесплатн\w+"
    r"|бесплатн\w+ (?:помо(?:щь|гаем|жем)|консультаци\w+|консультируем)(?! юрист)"
    r"|(?:(?<=госуслугам )|(?<=госуслугами )|(?<=госуслугам, )|(?<=госуслугами, ))бесплатн\w+"
)
# In this order: each takes its words away before the next one looks.
_SAID = tuple(
    (service, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for service, pattern in (
        (Service.MOBILITY, r"удобн\w+ вход\w*(?: для тех,? кому трудно ходить)?|пандус\w*|доступн\w+ сред\w+"),
        (Service.FREE, _FREE),
        (Service.PUBLIC_ACCESS, r"(?:центр\w* )?общественн\w+ доступ\w*(?: к госуслуг\w*)?|цод|доступ к госуслуг\w*"),
        (
            Service.ACCOUNT,
            rf"(?:помо\w+ )?(?:с |со |по )?(?:{_ACCOUNT})(?: (?:в |на |к )?госуслуг\w*)?",
        ),
        (Service.STATE_SERVICES, r"прием\w* заявлени\w+(?: на (?:государственн\w+ )?услуг\w*)?|мфц"),
        (Service.LEGAL_CENTRE, r"(?:центр\w* )?правов\w+ информаци\w+|цпи"),
        (Service.LEGAL_BASES, r"правов\w+ баз\w*|консультант ?плюс|гарант"),
        (Service.LAWYER, r"(?:консультаци\w+ |помощь )?юрист\w*|юридическ\w+ (?:консультаци\w+|помощ\w+)"),
        (Service.HOME, r"(?:обслужива\w+ )?на дому|выезд\w* на дом"),
        (Service.BLIND, r"(?:для )?(?:незряч\w+|слеп\w+)(?: и слабовидящ\w+)?|(?:для )?слабовидящ\w+"),
        (Service.CHILDREN, r"(?:для )?(?:детей|дети|детск\w+)(?: и юношеств\w*)?(?: отдел\w*)?"),
        (Service.MODEL, r"модельн\w+(?: библиотек\w*)?"),
        (Service.CONSULTATION, rf"(?:консультаци\w+|консультируем)?(?: (?:по|на))? ?госуслуг\w*|{_ONLINE}"),
        (Service.COMPUTERS, r"компьютер\w*|пк"),
        (Service.INTERNET, r"(?:доступ\w* |выход\w* )?(?:в |к )?интернет\w*|wi-?fi|вай-?фай"),
    )
)
_SILENT = re.compile(
    r"(?<!\w)(?:помо\w+|есть|у нас|консультаци\w+|обуч\w+|учим|работ\w+|бесплатн\w*|наш\w*|для всех|людям|людей"
    r"|с|со|по|в|на|к|и|а также|также|за|через|портал\w*)(?!\w)"
)


_DENIED = re.compile(r"(?<!\w)(?:нет|нету|не|без|кроме|только не)(?!\w)")


class UnclearServicesError(ValueError):
    """Words among the services that name none of them; carries them."""

    def __init__(self, near: str) -> None:
        super().__init__(near)
        self.near = near


def read_services(text: str) -> tuple[Service, ...]:
    """The services that the words name. Raises UnclearServicesError."""
    rest, found = " ".join(fold(text).split()), set[Service]()
    if denied := _DENIED.search(rest):
        raise UnclearServicesError(rest[max(denied.start() - 30, 0) : denied.end() + 30].strip())
    for service, said in _SAID:
        rest, times = said.subn(";", rest)
        if times:
            found.add(service)
    left = [word for part in re.split(r"[;,.\n]", rest) if (word := _SILENT.sub(" ", part).strip(' -–—()«»"'))]
    if left or not found:
        raise UnclearServicesError(" ".join((left or [text])[0].split())[:60])
    return tuple(service for service in Service if service in found)
