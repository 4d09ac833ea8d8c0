"""What a call carries that the Bot API does not document, or no longer does: Telegram drops such things one day."""

from collections.abc import Iterator
from typing import Any

from aiogram.methods import TelegramMethod
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.sandbox.file_store import FileStore


def undocumented(call: TelegramMethod[Any], file_store: FileStore) -> set[str]:
    """«sendMessage: disable_web_page_preview», and the same of keyboards and other objects inside the call."""
    name = call.__api_method__
    return {f"{name}: {'.'.join(path)}" for path in _strange(call, file_store)}


def _strange(value: object, file_store: FileStore) -> Iterator[tuple[str, ...]]:
    if isinstance(value, BaseModel):
        yield from _fields(value, file_store)
    elif isinstance(value, list):
        for item in value:
            yield from _strange(item, file_store)


def _fields(model: BaseModel, file_store: FileStore) -> Iterator[tuple[str, ...]]:
    for name, value in (model.model_extra or {}).items():
        if not _is_attached_file(value, file_store):
            yield (name,)
    known = type(model).model_fields
    for name in model.model_fields_set & known.keys():
        if _is_withdrawn(known[name]):
            yield (name,)
        yield from ((name, *rest) for rest in _strange(getattr(model, name), file_store))


def _is_withdrawn(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and extra.get("deprecated") is True


def _is_attached_file(value: object, file_store: FileStore) -> bool:
    """A part of the form to which another field points by `attach://`; its name is free."""
    return isinstance(value, str) and file_store.get(value) is not None
