"""A message as the page shows it: words already made safe, buttons without their data."""

from bot.sandbox.chat import Post
from bot.sandbox.json_types import Json
from bot.sandbox.state import SandboxState
from bot.sandbox.text.links import shown_link
from bot.sandbox.text.safe import safe_html
from bot.sandbox.text.styled import Entity, Styled

# In this order: a venue also carries a location.
_KINDS = ("document", "photo", "voice", "sticker", "venue", "location", "contact")


def message(state: SandboxState, post: Post) -> Json:
    chat = state.chats[post.chat]
    sender = state.user(post.sender)
    shown: Json = {
        "chat": post.chat,
        "id": post.id,
        "from": {"id": post.sender, "name": sender["first_name"], "bot": sender["is_bot"]},
        "at": post.sent_at.isoformat(),
        "edited": post.edited_at is not None,
        "kind": next((kind for kind in _KINDS if kind in post.content), "text"),
        "buttons": _buttons(post.buttons),
        "reply_to": post.reply_to,
        "forwarded_from": post.origin["sender_user"]["first_name"] if post.origin else None,
        "album": post.album,
        "topic": chat.topics.get(post.thread or 0),
        "thread": post.thread,
        **_words(post.content),
    }
    return shown | _particulars(state, post.content)


def _words(content: Json) -> Json:
    text = content.get("text") or content.get("caption") or ""
    given = content.get("entities") or content.get("caption_entities") or []
    entities = (Entity(g["type"], g["offset"], g["length"], g.get("url"), g.get("language")) for g in given)
    return {"text": text, "entities": given, "html": safe_html(Styled(text, tuple(entities)))}


def _particulars(state: SandboxState, content: Json) -> Json:
    match content:
        case {"document": file} | {"photo": [file]} | {"voice": file}:
            return {"file": _file(state, file)}
        case {"sticker": sticker}:
            return {"emoji": sticker["emoji"]}
        case {"contact": contact}:
            name = " ".join(filter(None, (contact["first_name"], contact.get("last_name"))))
            return {"contact": {"phone": contact["phone_number"], "name": name}}
        case {"forum_topic_created": topic}:
            text = f"Тема создана: {topic['name']}"
            return {"kind": "service", "text": text, "html": safe_html(Styled(text))}
        case _:
            return _place(content)


def _place(content: Json) -> Json:
    match content:
        case {"venue": venue}:
            return {"place": venue["location"] | {"title": venue["title"], "address": venue["address"]}}
        case {"location": point}:
            return {"place": {**point, "live": "live_period" in point}}
        case _:
            return {}


def _file(state: SandboxState, file: Json) -> Json:
    stored = state.file_store.get(file["file_id"])
    url = f"/chat/file/{file['file_id']}" if stored else None
    name, mime = (stored.name, stored.mime) if stored else ("файл больше не хранится", "")
    return {"name": name, "mime": mime, "size": file["file_size"], "url": url}


def _buttons(markup: Json | None) -> list[list[Json]]:
    return [[_button(button) for button in row] for row in (markup or {}).get("inline_keyboard", ())]


def _button(button: Json) -> Json:
    if "callback_data" in button:
        return {"label": button["text"], "kind": "callback"}
    if "copy_text" in button:
        return {"label": button["text"], "kind": "copy", "text": button["copy_text"]["text"]}
    url = shown_link(button.get("url", "ton:"))
    return {"label": button["text"], "kind": "url", "url": url} if url else {"label": button["text"], "kind": "other"}
