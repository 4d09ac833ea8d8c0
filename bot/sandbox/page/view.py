"""The world as the page is told of it."""

from collections.abc import Iterable

from bot.sandbox import events as happened
from bot.sandbox.chat import Keyboard, KeyboardKind, Room
from bot.sandbox.json_types import Json
from bot.sandbox.page.message_view import message
from bot.sandbox.people import Person
from bot.sandbox.presses import Press
from bot.sandbox.profile import Words
from bot.sandbox.state import World


def hello(world: World) -> Json:
    """Everything there is, for a page that has just been opened."""
    return {
        "event": "hello",
        "now": world.clock.now().isoformat(),
        "limits": world.limits.on,
        "fault": _fault(world),
        "bot": _bot(world),
        "people": [_person(world, person) for person in world.people.values()],
        "chats": [_chat(world, room) for room in world.rooms.values()],
    }


def told(world: World, event: happened.Event) -> Iterable[Json]:
    """An event in the page's words: mostly one, for menus one for each person."""
    if isinstance(event, happened.MenusChanged):
        return _menus(world)
    return (_told(world, event),)


def _told(world: World, event: happened.Event) -> Json:  # noqa: C901, PLR0911 - one arm an event
    match event:
        case happened.Posted(post):
            return {"event": "message", "message": message(world, post)}
        case happened.Edited(post):
            return {"event": "edited", "message": message(world, post)}
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
            keyboard = _keyboard(world.rooms[chat].keyboards.get(person))
            return {"event": "keyboard", "chat": chat, "person": person, "keyboard": keyboard}
        case happened.PersonChanged(person):
            return {"event": "person", "person": _person(world, world.people[person])}
        case _:
            return _setting(world, event)


def _setting(world: World, event: happened.Event) -> Json:
    match event:
        case happened.LimitsSwitched(on):
            return {"event": "limits", "on": on}
        case happened.LineChanged():
            return {"event": "fault", "fault": _fault(world)}
        case happened.BotChanged():
            return {"event": "bot", "bot": _bot(world)}
        case _:
            return {"event": "time", "now": world.clock.now().isoformat()}


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


def _bot(world: World) -> Json:
    profile = world.profile
    words = {str(kind): profile.read(kind, "ru") for kind in Words}
    return {"id": profile.id, "username": profile.username} | words


def _person(world: World, person: Person) -> Json:
    return {
        "id": person.id,
        "key": person.key,
        "name": person.name,
        "role": person.role,
        "started": person.id in world.started,
        "blocked": person.id in world.blocked,
    }


def _chat(world: World, room: Room) -> Json:
    people = [world.people[person] for person in room.people]
    return {
        "id": room.id,
        "kind": "group" if room.is_group else "private",
        "title": room.place.as_chat().get("title") or people[0].name,
        "people": [person.id for person in people],
        "messages": [message(world, post) for post in room.posts.values()],
        "keyboards": {str(person): _keyboard(keyboard) for person, keyboard in room.keyboards.items()},
        "commands": {str(person.id): world.menus.shown(room, person) for person in people},
        "menu_button": world.menus.button(room.id)["type"],
        "waiting": [_query(p) for p in world.presses.waiting(world.clock.now()) if p.chat == room.id],
    }


def _menus(world: World) -> Iterable[Json]:
    for room in world.rooms.values():
        for person in room.people:
            yield {
                "event": "commands",
                "chat": room.id,
                "person": person,
                "commands": world.menus.shown(room, world.people[person]),
                "menu_button": world.menus.button(room.id)["type"],
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


def _fault(world: World) -> Json | None:
    state = world.line.state()
    return {"kind": state[0], "seconds": round(state[1])} if state else None
