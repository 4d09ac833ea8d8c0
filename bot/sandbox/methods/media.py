"""Files: documents, pictures, albums, and their way back to the bot."""

import secrets

from aiogram.client.default import Default
from aiogram.methods import GetFile, SendDocument, SendMediaGroup, SendPhoto
from aiogram.types import InputFile, InputMediaDocument, InputMediaPhoto, MediaUnion, MessageEntity

from bot.sandbox.file_store import StoredFile
from bot.sandbox.json_types import Json
from bot.sandbox.limits import MAX_ALBUM, MAX_DOWNLOAD_BYTES, MAX_PICTURE_BYTES
from bot.sandbox.methods.delivery import deliver
from bot.sandbox.methods.pictures import picture
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import SandboxState
from bot.sandbox.text.compose import caption_text


def send_document(state: SandboxState, call: SendDocument) -> Json:
    content = document(_stored(state, call.document)) | _caption(call.caption, call.parse_mode, call.caption_entities)
    return deliver(state, call, content)


def send_photo(state: SandboxState, call: SendPhoto) -> Json:
    content = photo(_stored(state, call.photo)) | _caption(call.caption, call.parse_mode, call.caption_entities)
    return deliver(state, call, content)


def send_media_group(state: SandboxState, call: SendMediaGroup) -> list[Json]:
    if not call.media:
        raise bad_request("there are no messages to send")
    if len(call.media) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    # Everything is checked before anything is sent: an album comes whole or not at all.
    contents = [_album_item(state, item) for item in call.media]
    album = str(secrets.randbits(60))
    return [deliver(state, call, content, album) for content in contents]


def get_file(state: SandboxState, call: GetFile) -> Json:
    stored = state.file_store.get(call.file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return _described(stored) | {"file_path": stored.path}


def document(stored: StoredFile) -> Json:
    return {"document": _described(stored) | {"file_name": stored.name, "mime_type": stored.mime}}


def photo(stored: StoredFile) -> Json:
    if len(stored.content) > MAX_PICTURE_BYTES:
        raise bad_request("file is too big for a photo")
    seen = picture(stored.content)
    if seen is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return {"photo": [_described(stored) | {"width": seen.width, "height": seen.height}]}


def voice(stored: StoredFile) -> Json:
    return {"voice": _described(stored) | {"duration": 3, "mime_type": stored.mime}}


def _album_item(state: SandboxState, item: MediaUnion) -> Json:
    caption = _caption(item.caption, item.parse_mode, item.caption_entities)
    if isinstance(item, InputMediaPhoto):
        return photo(_stored(state, item.media)) | caption
    if isinstance(item, InputMediaDocument):
        return document(_stored(state, item.media)) | caption
    raise bad_request("the sandbox sends albums of photos and documents only")


def _caption(text: str | None, mode: str | Default | None, entities: list[MessageEntity] | None) -> Json:
    styled = caption_text(text, mode, entities)
    return styled.as_api("caption", "caption_entities") if styled.text else {}


def _stored(state: SandboxState, given: InputFile | str) -> StoredFile:
    stored = state.file_store.get(str(given))
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not stored.content:
        raise bad_request("file must be non-empty")
    return stored


def _described(stored: StoredFile) -> Json:
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}
