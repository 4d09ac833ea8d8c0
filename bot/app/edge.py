"""What touches Telegram: the way of an update to its handler, and of a notice to its reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, Dispatcher

from bot.app.basics import Basics
from bot.app.channel import Channel, telegram_messenger
from bot.app.delivery import build_delivery_worker
from bot.app.services import Services, by_name
from bot.app.staff_phrases import IN_CENTRE_GROUP, REFUSED, staff_rules
from bot.app.stores import Stores
from bot.handlers.acts.act_dispatch import ActDispatch
from bot.handlers.acts.turns_reader import TurnsReader
from bot.handlers.all_features import CENTRE_GROUP_HANDLERS, PRIVATE_HANDLERS, REFUSALS, ROUTES
from bot.handlers.centres import centres
from bot.handlers.faq import answers
from bot.handlers.feature import Job
from bot.handlers.group_privacy import GroupPrivacy
from bot.handlers.guard import Guard
from bot.handlers.home import dictation
from bot.handlers.notice_sender import NoticeSender
from bot.handlers.questions import files
from bot.handlers.questions.replies import QuestionReplies
from bot.handlers.safety.danger_guard import DangerGuard
from bot.handlers.secret_guard import SecretGuard
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
        middlewares.Throttle(services.files.dangers.is_alarm),
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
        staff_rules(services),
        DangerGuard(services.files.dangers, services.files.live_faq, journal),
        SecretGuard(roster.is_staff, services.files.directory.has_postcode),
    )
    privacy = GroupPrivacy(
        PRIVATE_HANDLERS | ({one.handler for one in guard.staff.phrases} - IN_CENTRE_GROUP),
        CENTRE_GROUP_HANDLERS | IN_CENTRE_GROUP,
        lambda chat: bool(group_chats.of_chat(chat)),
        services.visits.bot_info.profile,
    )
    replies = QuestionReplies(stores.questions, services.staff.question_service)
    refusals = {**REFUSALS, **REFUSED}
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


def _database_watch(messenger: NoticeMessenger[Screen], database: Database, basics: Basics) -> DatabaseWatch:
    async def tell_of_loss(admin: Address) -> None:
        await messenger.send(admin, lost_letter(database.path.name))

    return DatabaseWatch(database.place.is_lost, basics.admins, tell_of_loss)
