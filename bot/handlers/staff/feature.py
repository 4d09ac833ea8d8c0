"""Librarians: invited, on duty, in a group of their centre, taken off."""

from bot.handlers.feature import Feature, Job
from bot.handlers.routes import together
from bot.handlers.staff import acts, appointments, audit_log, group_chats, staff
from bot.handlers.staff.notices import staff_renders
from bot.staff.group_members import GroupMembers


def staff_jobs(group_members: GroupMembers) -> tuple[Job, ...]:
    """Which librarians read their centre's group is asked anew."""
    return (Job("group members", 60.0, group_members.look),)


FEATURE = Feature(
    "staff",
    together(group_chats.ROUTES, acts.ROUTES),
    private_routes=together(staff.ROUTES, acts.PRIVATE_ROUTES, audit_log.ROUTES, appointments.ROUTES),
    notices=staff_renders,
    jobs=staff_jobs,
)
