"""The state of the sandbox as the page is told of it."""

from collections.abc import Iterable

from bot.sandbox import events as happened
from bot.sandbox.chat import Chat, Keyboard, KeyboardKind
from bot.sandbox.json_types import Json
from bot.sandbox.page.message_view import message
from bot.sandbox.people import Person
from bot.sandbox.presses import Press
from bot.sandbox.profile import Words
from bot.sandbox.state import SandboxState


def hello(state: SandboxState) -> Json:
    """Everything there is, for a page that has just been opened."""
    return {
        "event": "hello",
        "now": state.clock.now().isoformat(),
        "limits": state.limits.on,
        "fault": _fault(state),
        "bot": _bot(state),
        "people": [_person(state, person) for person in state.people.values()],
        "chats": [_chat(state, chat) for chat in state.chats.values()],
    }


def page_events(state: SandboxState, event: happened.Event) -> Iterable[Json]:
    """An event in the page's words: mostly one, for menus one for each person."""
    if isinstance(event, happened.MenusChanged):
        return _menus(state)
    return (_page_event(state, event),)


def _page_event(state: SandboxState, event: happened.Event) -> Json:  # noqa: C901, PLR0911 - one arm an event
    match event:
        case happened.Posted(post):
            return {"event": "message", "message": message(state, post)}
        case happened.Edited(post):
            return {"event": "edited", "message": message(state, post)}
        case happened.Deleted(chat, number):
            return {"event": "deleted", "chat": chat, "id": number}
        case happened.Typing(chat, what):
            return {"event": "typing", "chat": chat, "what": what}
        case happened.Pressed(press):
            return {"event": "pressed", "chat": press.chat, "query": _query(press)}
        case happened.Expired(press):
            return {"event": "expired", "chat": press.chat, "query": press.id}
        case happened.Answered():
            return _answered(event)
        case happened.KeyboardChanged(chat, person):
            keyboard = _keyboard(state.chats[chat].keyboards.get(person))
            return {"event": "keyboard", "chat": chat, "person": person, "keyboard": keyboard}
        case happened.PersonChanged(person):
            return {"event": "person", "person": _person(state, state.people[person])}
        case _:
            return _setting(state, event)


def _setting(state: SandboxState, event: happened.Event) -> Json:
    match event:
        case happened.LimitsSwitched(on):
            return {"event": "limits", "on": on}
        case happened.NetworkChanged():
            return {"event": "fault", "fault": _fault(state)}
        case happened.BotChanged():
            return {"event": "bot", "bot": _bot(state)}
        case _:
            return {"event": "time", "now": state.clock.now().isoformat()}


def _answered(event: happened.Answered) -> Json:
    return {
        "event": "answered",
        "chat": event.press.chat,
        "query": event.press.id,
        "person": event.press.person,
        "text": event.text,
        "alert": event.alert,
        "url": event.url,
    }


def _bot(state: SandboxState) -> Json:
    profile = state.profile
    words = {str(kind): profile.read(kind, "ru") for kind in Words}
    return {"id": profile.id, "username": profile.username} | words


def _person(state: SandboxState, person: Person) -> Json:
    return {
        "id": person.id,
        "key": person.key,
        "name": person.name,
        "role": person.role,
        "started": person.id in state.started,
        "blocked": person.id in state.blocked,
    }


def _chat(state: SandboxState, chat: Chat) -> Json:
    people = [state.people[person] for person in chat.people]
    return {
        "id": chat.id,
        "kind": "group" if chat.is_group else "private",
        "title": chat.place.as_chat().get("title") or people[0].name,
        "people": [person.id for person in people],
        "messages": [message(state, post) for post in chat.posts.values()],
        "keyboards": {str(person): _keyboard(keyboard) for person, keyboard in chat.keyboards.items()},
        "commands": {str(person.id): state.menus.shown(chat, person) for person in people},
        "menu_button": state.menus.button(chat.id)["type"],
        "waiting": [_query(p) for p in state.presses.waiting(state.clock.now()) if p.chat == chat.id],
    }


def _menus(state: SandboxState) -> Iterable[Json]:
    for chat in state.chats.values():
        for person in chat.people:
            yield {
                "event": "commands",
                "chat": chat.id,
                "person": person,
                "commands": state.menus.shown(chat, state.people[person]),
                "menu_button": state.menus.button(chat.id)["type"],
            }


def _query(press: Press) -> Json:
    return {
        "query": press.id,
        "person": press.person,
        "message": press.message,
        "row": press.row,
        "column": press.column,
    }


def _keyboard(keyboard: Keyboard | None) -> Json | None:
    if keyboard is None:
        return None
    markup = keyboard.markup
    placeholder = markup.get("input_field_placeholder")
    if keyboard.kind is KeyboardKind.FORCE_REPLY:
        return {"kind": keyboard.kind, "message": keyboard.message, "placeholder": placeholder}
    return {
        "kind": keyboard.kind,
        "rows": [[_reply_button(button) for button in row] for row in markup["keyboard"]],
        "persistent": bool(markup.get("is_persistent")),
        "one_time": bool(markup.get("one_time_keyboard")),
        "resize": bool(markup.get("resize_keyboard")),
        "placeholder": placeholder,
    }


def _reply_button(button: Json) -> Json:
    asked = (what for what in ("contact", "location") if button.get(f"request_{what}"))
    return {"label": button["text"], "asks": next(asked, None)}


def _fault(state: SandboxState) -> Json | None:
    fault = state.network.current()
    return {"kind": fault[0], "seconds": round(fault[1])} if fault else None
