"""The settings of a bot in the sandbox: a throw-away database and files that it may change."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.datafiles import owner_only
from bot.datafiles.live_folder.places import PREVIOUS, SHIPPED_COPY
from bot.settings import Settings

SANDBOX_TOKEN = "42:sandbox-only-never-leaves-this-machine"  # noqa: S105 - opens nothing but the sandbox
SANDBOX_LIBRARIAN, SANDBOX_ADMIN = 2001, 3001


def for_sandbox(settings: Settings, url: str) -> Settings:
    """The owner's settings with a throw-away database, the demo's own people and files they may change."""
    database = settings.database.with_name(f"sandbox-{urlsplit(url).port}.sqlite3")
    owner_only.make_folder(database.parent)
    own_data = _throw_away_copy(settings.data_to_read, database.with_suffix(".data"))
    shutil.rmtree(database.with_suffix(".backups"), ignore_errors=True)
    for leftover in database.parent.glob(f"{database.name}*"):
        leftover.unlink()
    return settings.model_copy(
        update={
            "bot_token": SecretStr(SANDBOX_TOKEN),
            "bot_api_url": url,
            "bot_proxy": None,
            "webhook_url": None,
            "database": database,
            "data_dir": own_data,
            "admins": frozenset({SANDBOX_ADMIN}),
        }
    )


def _throw_away_copy(data: Path, copy: Path) -> Path:
    """Centres and answers may be mended in the sandbox without touching the owner's, whose edits show at once."""
    if not data.is_dir():
        return data  # told by whoever needs a file of it
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy, ignore=shutil.ignore_patterns("faq", PREVIOUS, SHIPPED_COPY))
    shutil.copytree(data / "faq", copy / "faq", copy_function=_linked)
    return copy


def _linked(file: str, copy: str) -> None:
    """Links a data file into the sandbox; an edit there replaces the link and leaves the owner's file alone."""
    try:
        Path(copy).symlink_to(Path(file).absolute())
    except OSError:  # Windows lets few people make links
        shutil.copy2(file, copy)
