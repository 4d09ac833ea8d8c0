"""A call of the Bot API as it comes over HTTP, read into aiogram's own type of the method."""

import json
import re
import types
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin

from aiogram.client.default import Default
from aiogram.methods import SetWebhook, TelegramMethod
from aiogram.types import (
    ForceReply,
    InlineKeyboardMarkup,
    InputFile,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from aiohttp import web
from aiohttp.web_request import FileField
from pydantic import ValidationError

from bot.sandbox.file_store import FileStore
from bot.sandbox.json_types import Json
from bot.sandbox.keyboards import Markup
from bot.sandbox.refusal import ApiRefusal, bad_request

_AS_WRITTEN = (str, int, float, bool, datetime, timedelta, InputFile, Default, Enum, type(None))
_HALF = re.compile("[\ud800-\udfff]")  # of a sign beyond the basic plane
_ATTACHED = "attach://"
_MARKUPS: dict[str, type[Markup]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}

_UNSAID: dict[type[TelegramMethod[Any]], Json] = {SetWebhook: {"url": ""}}  # aiogram leaves an empty text out


async def read_call(
    request: web.Request, kind: type[TelegramMethod[Any]], file_store: FileStore
) -> TelegramMethod[Any]:
    """Takes form data, multipart with files, JSON and query strings; files go to the file store."""
    values = await _values(request, kind, file_store)
    given = _UNSAID.get(kind, {}) | {key: value for key, value in values.items() if value not in ("", None)}
    try:
        if "reply_markup" in given:
            given["reply_markup"] = _markup(given["reply_markup"])
        return kind.model_validate(given)
    except ValidationError as fault:
        raise _refusal(fault) from fault


def _markup(value: Any) -> Markup | None:  # noqa: ANN401 - any JSON
    """Told apart by its field, as Telegram does: pydantic would take a broken keyboard for its removal."""
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    kind = next((_MARKUPS[field] for field in _MARKUPS if field in value), None)
    return kind.model_validate(value) if kind else None


async def _values(request: web.Request, kind: type[TelegramMethod[Any]], file_store: FileStore) -> Json:
    query = _decoded(dict(request.query), kind)
    if request.content_type == "application/json":
        return query | await _json_body(request)
    form = await request.post() if request.method == "POST" else {}
    files: dict[str, str] = {}
    words: dict[str, str] = {}
    for name, value in form.items():
        if isinstance(value, FileField):
            stored = file_store.put(value.filename, value.content_type, value.file.read())
            value.file.close()
            files[name] = stored.id
        elif isinstance(value, str):
            words[name] = value
    values = query | _decoded(words, kind)
    return _attached(values, files) if files else values


async def _json_body(request: web.Request) -> Json:
    try:
        body = _loads(await request.text())
    except (ValueError, RecursionError) as fault:
        raise bad_request("can't parse the request's JSON body") from fault
    if not isinstance(body, dict):
        raise bad_request("expected an object as the request's JSON body")
    return body


def _decoded(words: dict[str, str], kind: type[TelegramMethod[Any]]) -> Json:
    plain = _plain_fields(kind)
    return {name: value if name in plain else _json_value(name, value) for name, value in words.items()}


def _json_value(name: str, value: str) -> Any:  # noqa: ANN401 - any JSON, pydantic judges it next
    try:
        return _loads(value) if value else None
    except (ValueError, RecursionError) as fault:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from fault


def _loads(text: str) -> Any:  # noqa: ANN401 - any JSON
    value = json.loads(text)
    if "\\ud" in text.lower() and _HALF.search(json.dumps(value, ensure_ascii=False)):
        raise bad_request("strings must be encoded in UTF-8")
    return value


@cache
def _plain_fields(kind: type[TelegramMethod[Any]]) -> frozenset[str]:
    """Fields whose text is their value; the others carry JSON."""
    fields = kind.model_fields.items()
    return frozenset(name for name, field in fields if all(map(_is_plain, _members(field.annotation))))


def _members(annotation: object) -> tuple[object, ...]:
    if get_origin(annotation) in {Union, types.UnionType}:
        return get_args(annotation)
    return (annotation,)


def _is_plain(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, _AS_WRITTEN)


def _attached(values: Json, files: dict[str, str]) -> Json:
    """Puts the id of a file wherever `attach://name` or the file itself stood."""
    direct = {name: file_id for name, file_id in files.items() if name not in values}
    return {name: _put(value, files) for name, value in values.items()} | direct


def _put(value: Any, files: dict[str, str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str) and value.startswith(_ATTACHED):
        return files.get(value.removeprefix(_ATTACHED), value)
    if isinstance(value, list):
        return [_put(item, files) for item in value]
    if isinstance(value, dict):
        return {key: _put(item, files) for key, item in value.items()}
    return value


def _refusal(fault: ValidationError) -> ApiRefusal:
    errors = fault.errors(include_url=False)
    # Telegram looks at the text before anything else.
    first = next((error for error in errors if error["loc"] == ("text",)), errors[0])
    where = [str(part) for part in first["loc"]]
    if where[0] == "reply_markup":
        return bad_request("inline keyboard expected as reply markup")
    if first["type"] != "missing":
        return bad_request(f'field "{where[-1]}" has a wrong type or value')
    if where[0] == "inline_keyboard":
        return bad_request(f"can't parse inline keyboard button: Can't find field \"{where[-1]}\"")
    nowhere = f'can\'t find field "{where[-1]}"'
    return bad_request(_MISSING.get(where[0], nowhere) if len(where) == 1 else nowhere)
