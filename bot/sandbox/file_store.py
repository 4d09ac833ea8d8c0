"""Files that were sent, kept in memory up to a limit."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass

MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The bytes of a file and what was said of them."""

    id: str
    name: str
    mime: str
    content: bytes

    @property
    def path(self) -> str:
        return f"files/{self.id}"

    @property
    def unique_id(self) -> str:
        return self.id[-10:]


class FileStore:
    """Gives each file an id nobody can guess; the oldest go when there is no more room."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._most_bytes = most_bytes
        self._bytes = 0

    def put(self, name: str, mime: str, content: bytes) -> StoredFile:
        stored = StoredFile(secrets.token_urlsafe(18), name or "file", mime, content)
        self._files[stored.id] = stored
        self._bytes += len(content)
        while self._bytes > self._most_bytes and len(self._files) > 1:
            self._bytes -= len(self._files.popitem(last=False)[1].content)
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)
