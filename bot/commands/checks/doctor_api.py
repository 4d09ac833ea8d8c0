"""What `doctor` says of Telegram: the token, how updates come, the clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.commands.checks.doctor_finding import DoctorFinding, Health
from bot.settings import Settings
from bot.telegram.api_state import ApiFault, ApiState

APART = timedelta(seconds=30)  # more is no delay of the line
MANY = 100  # updates that nobody has fetched

_FAULTS = {
    ApiFault.UNKNOWN_BOT: ("Telegram не принимает BOT_TOKEN", "возьмите ключ у @BotFather заново"),
    ApiFault.UNREACHABLE: (
        "не отвечает",
        "проверьте сеть; Telegram закрыт — BOT_PROXY или свой сервер в BOT_API_URL",
    ),
    ApiFault.REFUSED: ("отвечает отказом", "проверьте BOT_API_URL: туда ли он ведёт"),
}


def api_found(state: ApiState | ApiFault, settings: Settings, now: datetime) -> Iterator[DoctorFinding]:
    """The findings about a bot with a token."""
    if isinstance(state, ApiFault):
        words, cure = _FAULTS[state]
        yield DoctorFinding("Telegram", Health.ILL, f"{urlsplit(settings.bot_api_url).hostname}: {words}", cure)
        return
    yield DoctorFinding("Telegram", Health.WELL, f"ключ подходит, бот @{state.username}")
    yield _updates(state, settings)
    yield _clock(state.clock, now)


def _updates(state: ApiState, settings: Settings) -> DoctorFinding:
    """How updates come: fetched by the bot, or sent to its webhook."""
    wanted = settings.webhook_url or ""
    if state.webhook != wanted:
        where = urlsplit(state.webhook).hostname if state.webhook else "никуда"
        words = f"Telegram отправляет их сюда: {where}, а в настройках {'вебхук' if wanted else 'опрос'}"
        return DoctorFinding(
            "Обновления", Health.NOTE, words, "запуск бота это исправит; чужой бот с этим ключом — нет"
        )
    if wanted and state.webhook_error:
        cure = "проверьте, что адрес виден из сети, его сертификат и WEBHOOK_SECRET"
        return DoctorFinding("Обновления", Health.NOTE, f"вебхук не принял: {state.webhook_error}", cure)
    if state.waiting > MANY:
        return DoctorFinding("Обновления", Health.NOTE, f"не забрано {state.waiting}", "бот не запущен или не успевает")
    return DoctorFinding("Обновления", Health.WELL, f"{'вебхук' if wanted else 'опрос'}, ждут: {state.waiting}")


def _clock(server: datetime | None, now: datetime) -> DoctorFinding:
    if server is None:
        return DoctorFinding("Часы", Health.NOTE, "сверить не с чем: сервер не назвал время")
    apart = now - server
    if abs(apart) <= APART:
        return DoctorFinding("Часы", Health.WELL, f"идут верно, {now:%H:%M:%S} UTC")
    way = "спешат" if apart > timedelta() else "отстают"
    words = f"{way} на {int(abs(apart).total_seconds())} с: напоминания и записи уйдут не вовремя"
    return DoctorFinding("Часы", Health.ILL, words, "timedatectl set-ntp true")
