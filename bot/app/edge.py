"""What touches Telegram: the way of an update to its handler, and of a notice to its reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher

from bot.app.basics import Basics
from bot.app.channel import Channel, telegram_messenger
from bot.app.delivery import build_delivery_worker
from bot.app.services import Services, by_name
from bot.app.stores import Stores
from bot.booking.typed.typed_absence import is_sick_note, read_return
from bot.booking.typed.typed_day import list_wanted_at
from bot.booking.typed.typed_desks import read_desks
from bot.booking.typed.typed_extra_hours import read_extra, undone_when
from bot.handlers.absences import absences
from bot.handlers.acts.act_dispatch import ActDispatch
from bot.handlers.acts.turns_reader import TurnsReader
from bot.handlers.all_features import CENTRE_GROUP_HANDLERS, PRIVATE_HANDLERS, REFUSALS, ROUTES
from bot.handlers.centres import centres
from bot.handlers.closures import find_calls
from bot.handlers.consultation_log import people_in_words
from bot.handlers.faq import answers
from bot.handlers.feature import Job
from bot.handlers.group_privacy import GroupPrivacy
from bot.handlers.guard import Guard
from bot.handlers.home import dictation
from bot.handlers.librarian_day import find_by_code
from bot.handlers.librarian_day.acts import bare_day
from bot.handlers.notice_sender import NoticeSender
from bot.handlers.practice import practice
from bot.handlers.questions import files
from bot.handlers.questions.replies import QuestionReplies
from bot.handlers.refusals import ABSENCE, LIBRARIAN, TIMETABLE
from bot.handlers.safety.danger_guard import DangerGuard
from bot.handlers.secret_guard import SecretGuard
from bot.handlers.staff_rules import StaffPhrase, StaffRules
from bot.handlers.timetable_changes import desks, extra_hours
from bot.handlers.update_router import UpdateRouter
from bot.maintenance.database_watch import DatabaseWatch
from bot.outbox.delivery_worker import DeliveryWorker, NoticeMessenger
from bot.outbox.rate_limiter import RateLimiter
from bot.people import Address
from bot.questions.question import EntryId, QuestionId
from bot.screens.maintenance.database_text import lost_letter
from bot.screens.screen import Screen, ShownQuestion
from bot.storage.database import Database
from bot.telegram import chat_members, middlewares
from bot.telegram.acknowledging import Acknowledger, Acknowledging
from bot.telegram.bot_profile import LateMenus
from bot.telegram.dispatcher import UpdateDispatcher
from bot.telegram.intake import Intake
from bot.telegram.owed_answers import Answers
from bot.telegram.sending_gate import SendingGate


@dataclass(frozen=True, slots=True)
class Edge:
    """The running parts that touch Telegram; nothing inside knows them."""

    bot: Bot
    acknowledger: Acknowledger
    answers: Answers
    delivery_worker: DeliveryWorker[Screen]
    dispatcher: Dispatcher
    intake: Intake
    late_menus: LateMenus
    updates: UpdateRouter
    watch: DatabaseWatch

    def jobs(self) -> tuple[Job, ...]:
        """The jobs that belong to no feature: the watch over the database file."""
        return (Job("database file", 5.0, self.watch.look),)


def build_edge(
    bot: Bot, channel: Channel, database: Database, basics: Basics, stores: Stores, services: Services
) -> Edge:
    """Builds what touches Telegram, each part from those before it."""
    limiter = RateLimiter(basics.clock, channel.limits)
    bot.session.middleware(SendingGate(limiter))
    is_staff = services.staff.roster.is_staff
    messenger = channel.notice_messenger(bot, stores, is_staff)
    answers_ = Answers(telegram_messenger(bot, stores, is_staff), stores.notices, basics.clock, basics.wake)
    answer_service = services.staff.answer_service

    async def note(shown: ShownQuestion, to: Address, message: str) -> None:
        entry = EntryId(shown.entry) if shown.entry is not None else None
        await answer_service.told(QuestionId(shown.question), entry, to, message)

    acknowledger, provided = Acknowledger(bot), by_name(stores, services)
    late_menus = LateMenus(services.staff.roster, services.visits.bot_info)
    updates = _update_router(stores, services, provided)
    dispatcher = Dispatcher(disable_fsm=True, **provided)
    for surrounding in (
        Acknowledging(acknowledger),
        middlewares.TalkProvider(answers_, stores.awaited, stores.people),
        middlewares.ErrorGuard(stores.people, basics.clock),
        middlewares.Throttle(),
        middlewares.Hearing(services.staff.reachability),
        middlewares.TypingIndicator(),
        late_menus,
    ):
        dispatcher.update.outer_middleware(surrounding)
    dispatcher.include_routers(chat_members.router(), UpdateDispatcher(updates).router())
    return Edge(
        bot=bot,
        acknowledger=acknowledger,
        answers=answers_,
        delivery_worker=build_delivery_worker(
            NoticeSender(messenger, stores.awaited, services.staff.reachability, channel.chat_of, note),
            limiter,
            basics,
            stores,
            services,
        ),
        dispatcher=dispatcher,
        intake=Intake(dispatcher, bot, stores.unparsed, basics.clock, stores.inbox, acknowledger.arrived),
        late_menus=late_menus,
        updates=updates,
        watch=_database_watch(messenger, database, basics),
    )


def _update_router(stores: Stores, services: Services, provided: Mapping[str, Any]) -> UpdateRouter:
    roster, journal, group_chats = services.staff.roster, services.common.journal, services.staff.group_chats
    turns = TurnsReader(stores.awaited, roster, services.visits.own, stores.last_answers)
    guard = Guard(
        ROUTES,
        ActDispatch(services.files.understanding, turns, ROUTES, answers.question, services.common.clock),
        stores.awaited,
        _staff_rules(services),
        DangerGuard(services.files.dangers, services.files.live_faq, journal),
        SecretGuard(roster.is_staff, services.files.directory.has_postcode),
    )
    privacy = GroupPrivacy(
        PRIVATE_HANDLERS | {one.handler for one in guard.staff.phrases} - {bare_day},
        CENTRE_GROUP_HANDLERS | {find_by_code.code, find_calls.calls, people_in_words.sheet, bare_day},
        lambda chat: bool(group_chats.of_chat(chat)),
        services.visits.bot_info.profile,
    )
    replies = QuestionReplies(stores.questions, services.staff.question_service)
    refusals = {**REFUSALS, people_in_words.sheet: LIBRARIAN, absences.back: ABSENCE, desks.said: TIMETABLE}
    refusals |= {extra_hours.said: TIMETABLE, extra_hours.undo_said: TIMETABLE, bare_day: LIBRARIAN}
    return UpdateRouter(
        guard,
        privacy,
        refusals,
        centres.shared,
        dictation.voice,
        files.add_from_album,
        replies,
        stores.awaited,
        journal,
        provided,
    )


def _staff_rules(services: Services) -> StaffRules:
    clock, zone = services.common.clock, services.common.zone

    def is_return(text: str) -> bool:
        return read_return(text, clock.now().astimezone(zone)) is not None

    def is_sick(text: str) -> bool:
        return is_sick_note(text, clock.now().astimezone(zone))

    def are_desks(text: str) -> bool:
        return read_desks(text, clock.now().astimezone(zone)) is not None

    def are_extra_hours(text: str) -> bool:
        return read_extra(text, clock.now().astimezone(zone)) is not None

    return StaffRules(
        *(find_by_code.code, find_calls.calls, people_in_words.sheet),
        services.staff.roster.is_staff,
        (
            StaffPhrase(is_return, absences.back),
            StaffPhrase(is_sick, absences.typed_days),
            StaffPhrase(are_desks, desks.said),
            StaffPhrase(practice.asks_to_practise, practice.begin),
            StaffPhrase(are_extra_hours, extra_hours.said),
            StaffPhrase(lambda text: undone_when(text) is not None, extra_hours.undo_said),
            StaffPhrase(list_wanted_at(clock, zone), bare_day),
        ),
    )


def _database_watch(messenger: NoticeMessenger[Screen], database: Database, basics: Basics) -> DatabaseWatch:
    async def tell_of_loss(admin: Address) -> None:
        await messenger.send(admin, lost_letter(database.path.name))

    return DatabaseWatch(database.place.is_lost, basics.admins, tell_of_loss)
