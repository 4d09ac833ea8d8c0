"""What each role may do: the one table, and where it reaches."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """The role of somebody who works here."""

    LIBRARIAN = "librarian"  # of a centre
    DISTRICT = "district"  # an admin of a municipality, over its centres
    METHODIST = "methodist"  # of the whole region, figures only
    ADMIN = "admin"  # those of the settings


class Right(StrEnum):
    """What may be done."""

    WORK = "work"  # the day of a centre: lists, marks, walk-ins, closures, its card and poster
    ANSWER = "answer"  # citizens' questions
    FIGURES = "figures"  # read statistics, make reports
    REVIEW_CARDS = "review_cards"  # confirm what is known of a centre
    INVITE = "invite"  # let librarians in, and take them off
    AUDIT = "audit"  # read who did what
    ADMINISTER = "administer"  # answers, important messages, decisions on edits, files, copies, roles


class Scope(StrEnum):
    """Where a right reaches."""

    CENTRE = "centre"
    DISTRICT = "district"
    REGION = "region"


RIGHTS: Mapping[Role, Mapping[Right, Scope]] = {
    Role.LIBRARIAN: {Right.WORK: Scope.CENTRE, Right.ANSWER: Scope.REGION, Right.FIGURES: Scope.CENTRE},
    Role.DISTRICT: {
        Right.WORK: Scope.DISTRICT,
        Right.ANSWER: Scope.DISTRICT,
        Right.FIGURES: Scope.DISTRICT,
        Right.REVIEW_CARDS: Scope.DISTRICT,
        Right.INVITE: Scope.DISTRICT,
        Right.AUDIT: Scope.DISTRICT,
    },
    Role.METHODIST: {Right.FIGURES: Scope.REGION},
    Role.ADMIN: dict.fromkeys(Right, Scope.REGION),
}
