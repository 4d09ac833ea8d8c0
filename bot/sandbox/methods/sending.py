"""Messages of words and places."""

from aiogram.methods import (
    SendChatAction,
    SendContact,
    SendMessage,
    SendVenue,
)
from aiogram.types import LinkPreviewOptions

from bot.sandbox.events import Typing
from bot.sandbox.json_types import Json
from bot.sandbox.methods.delivery import deliver
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import SandboxState
from bot.sandbox.text.compose import message_text


def send_message(state: SandboxState, call: SendMessage) -> Json:
    styled = message_text(call.text, call.parse_mode, call.entities)
    options = call.link_preview_options
    preview = options.model_dump(exclude_none=True) if isinstance(options, LinkPreviewOptions) else {}
    plain = {key: value for key, value in preview.items() if isinstance(value, (bool, str))}
    return deliver(state, call, styled.as_api() | ({"link_preview_options": plain} if plain else {}))


def send_chat_action(state: SandboxState, call: SendChatAction) -> bool:
    chat = state.writable_chat(call.chat_id)
    state.notify(Typing(chat.id, call.action))
    return True


def send_venue(state: SandboxState, call: SendVenue) -> Json:
    if not call.title.strip() or not call.address.strip():
        raise bad_request("venue title and address must be non-empty")
    point = _point(call.latitude, call.longitude)
    # Telegram gives the place twice: old programs read `location`.
    venue = {"location": point, "title": call.title, "address": call.address}
    return deliver(state, call, {"venue": venue, "location": point})


def send_contact(state: SandboxState, call: SendContact) -> Json:
    contact = {"phone_number": call.phone_number, "first_name": call.first_name}
    return deliver(state, call, {"contact": contact | ({"last_name": call.last_name} if call.last_name else {})})


def _point(latitude: float, longitude: float) -> Json:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}
