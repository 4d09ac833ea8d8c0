"""The key under which people are counted, kept apart from the figures it hides."""

import os
import secrets
from pathlib import Path

from pydantic import SecretStr


def statistics_key(given: SecretStr | None, database: Path) -> bytes:
    """The owner's key, or one made at the first start and kept beside the database for its owner's eyes only."""
    if given is not None:
        return given.get_secret_value().encode()
    file = database.with_name(f"{database.name}.key")
    # An empty file is left by a start on a full disk: its «key» would hide nobody.
    return _read(file) or _made(file)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""


def _made(file: Path) -> bytes:
    key = secrets.token_hex(32).encode()
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(key)
        stream.flush()
        os.fsync(stream.fileno())  # a key lost in a power cut would make everybody new
    unfinished.replace(file)
    return key
