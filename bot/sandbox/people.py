"""Who plays in the sandbox: people, and the group at the library's desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.json_types import Json


class Role(StrEnum):
    """What a person is at the library; a hint for the page, the Bot API does not know it."""

    CITIZEN = "citizen"
    LIBRARIAN = "librarian"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can write to the bot; `key` is a short Latin name for tests."""

    id: int
    key: str
    name: str
    role: Role = Role.CITIZEN
    phone: str = "+70000000000"
    username: str | None = None
    language: str = "ru"

    def as_user(self) -> Json:
        user = {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}
        return user | ({"username": self.username} if self.username else {})

    def as_chat(self) -> Json:
        chat = {"id": self.id, "type": "private", "first_name": self.name}
        return chat | ({"username": self.username} if self.username else {})


@dataclass(frozen=True, slots=True)
class Group:
    """A chat of several people with the bot; where it is an administrator, it hears everything."""

    id: int
    title: str
    members: tuple[int, ...]
    is_forum: bool = True
    bot_is_admin: bool = True

    def as_chat(self) -> Json:
        chat: Json = {"id": self.id, "type": "supergroup", "title": self.title}
        return chat | ({"is_forum": True} if self.is_forum else {})


DEFAULT_PEOPLE = (
    Person(1001, "anna", "Анна Петровна", phone="+70000001001"),
    Person(1002, "boris", "Борис", phone="+70000001002", username="boris_sandbox"),
    Person(2001, "vera", "Вера", Role.LIBRARIAN, phone="+70000002001", username="vera_sandbox"),
    Person(3001, "gleb", "Глеб", Role.ADMIN, phone="+70000003001", username="gleb_sandbox"),
)
DESK_ID = -1001000000001


def desk_of(people: Sequence[Person]) -> Group:
    """The group at the library's desk: everyone who works there."""
    staff = tuple(person.id for person in people if person.role is not Role.CITIZEN)
    return Group(DESK_ID, "Стол библиотеки", staff)
