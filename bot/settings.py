"""What the owner of the bot decides: read from the environment and .env, checked at the start."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.datafiles.live_folder.places import live_folder_of, shipped_folder

ENV_FILE = Path(".env")
DATABASE = Path("var/bibliogos.sqlite3")


def _beside_database(settings: dict[str, Any]) -> Path:
    return live_folder_of(settings["database"])


class ServiceMode(StrEnum):
    """How much of the bot is offered."""

    FULL = "full"
    INFORMATION = "information"


class Settings(BaseSettings):
    """Every setting, typed; the same names in capitals stand in .env.example."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="forbid", frozen=True
    )

    # These first: where a field above fails, pydantic does not ask for the default of the folder.
    database: Path = Field(DATABASE, description="Файл базы данных.")
    data_dir: Path = Field(
        default_factory=_beside_database, description="Живая папка с ответами и центрами. Пусто — рядом с базой."
    )
    bot_token: SecretStr | None = Field(None, description="Ключ бота от @BotFather. Пусто — песочница.")
    bot_api_url: str = Field("https://api.telegram.org", description="Адрес Bot API.", pattern=r"^https?://\S+$")
    bot_proxy: SecretStr | None = Field(None, description="Прокси к Telegram, например http://user:pass@host:3128.")
    admins: Annotated[frozenset[int], NoDecode] = Field(frozenset(), description="Номера администраторов в Telegram.")
    timezone: str = Field("Europe/Moscow", description="Часовой пояс области.")
    service_mode: ServiceMode = Field(ServiceMode.FULL, description="full или information (без вопросов и записи).")
    statistics_key: SecretStr | None = Field(None, description="Ключ, которым скрыты люди в статистике.")
    retention_days: int = Field(90, ge=1, le=3650, description="Сколько дней хранить вопросы людей.")
    question_step_hours: int = Field(
        2,
        ge=1,
        le=40,
        description="Через сколько рабочих часов вопрос без ответа идёт дальше: район, дежурные, админы.",
    )
    question_promise_hours: int = Field(
        8, ge=1, le=80, description="Через сколько рабочих часов человеку обещан ответ библиотекаря."
    )
    webhook_url: str | None = Field(
        None, description="Адрес для вебхука; http — только со своим сервером Bot API.", pattern=r"^https?://\S+$"
    )
    webhook_secret: SecretStr | None = Field(None, description="Секрет вебхука: буквы, цифры, _ и -.")
    webhook_host: str = Field("127.0.0.1", description="На каком адресе бот ждёт вебхук: за прокси на этой же машине.")
    webhook_port: int = Field(8081, ge=1, le=65535, description="Порт, на котором бот ждёт вебхук.")
    sandbox_port: int = Field(8080, ge=0, le=65535, description="Порт страницы чата в песочнице.")
    log_level: str = Field("info", description="debug · info · warning · error", pattern="^(debug|info|warning|error)$")

    @field_validator("admins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(_number(item.strip()) for item in value.split(",") if item.strip())
        return value

    @field_validator("bot_token", "bot_proxy", "webhook_url", "webhook_secret", "statistics_key", mode="before")
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("webhook_secret")
    @classmethod
    def _telegrams_letters(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("в секрете вебхука бывают только латинские буквы, цифры, _ и -")
        return value

    @field_validator("database")
    @classmethod
    def _no_folder(cls, value: Path) -> Path:
        if value.is_dir():
            raise ValueError(f"«{value}» — папка, а нужен файл; напишите, например, {DATABASE}")
        return value

    @field_validator("data_dir")
    @classmethod
    def _no_file(cls, value: Path) -> Path:
        if value.is_file():
            raise ValueError(f"«{value}» — файл, а нужна папка; уберите строку, и папка будет рядом с базой")
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"часового пояса «{value}» нет, возьмите один из: {RUSSIAN_ZONES}") from error
        return value

    @property
    def data_to_read(self) -> Path:
        """The folder for what changes nothing; before the first run there is only the shipped one."""
        if "data_dir" in self.model_fields_set or self.data_dir.is_dir():
            return self.data_dir
        return shipped_folder()

    @property
    def database_is_chosen(self) -> bool:
        """Whether somebody named another file than the default one, and could have mistyped it."""
        return self.database.resolve() != DATABASE.resolve()


# From west to east; the tz database, «zone1970.tab», lists more that differ only in their past.
RUSSIAN_ZONES = (
    "Europe/Kaliningrad (МСК−1), Europe/Moscow (МСК), Europe/Samara (МСК+1), Asia/Yekaterinburg (МСК+2), "
    "Asia/Omsk (МСК+3), Asia/Krasnoyarsk (МСК+4), Asia/Irkutsk (МСК+5), Asia/Yakutsk (МСК+6), "
    "Asia/Vladivostok (МСК+7), Asia/Magadan (МСК+8), Asia/Kamchatka (МСК+9)"
)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise ValueError(f"«{text}» — не номер; напишите номера через запятую")
    return int(text)


OURS = ("BOT_", "WEBHOOK_", "SANDBOX_", "STATISTICS_", "RETENTION_")


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """Variables that look like ours but are not: a misspelt setting must stop the start, not be ignored."""
    known = {name.upper() for name in Settings.model_fields}
    return sorted(name for name in environment if name.startswith(OURS) and name not in known)
