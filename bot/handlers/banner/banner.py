"""Admins write an important message in two messages, see it and show it above answers."""

from collections.abc import Awaitable

from bot.banner.banner import FARTHEST, Banner, BannerGoneError, BannerId, BannerShownError, BannerTakenError
from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.banner.dialog import BannerDialog
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.time.doubts import Unsure
from bot.russian.time.ends import read_end
from bot.screens.banner import banner as screens
from bot.screens.banner.actions import NameBannerTopic, RemoveBanner, ReplaceBanner, ShowBanner, WriteBanner
from bot.screens.banner.prompts import BannerEndPrompt, BannerTextPrompt
from bot.staff.roster import Roster


async def begin(talk: Talk, text: str, roster: Roster, banner_dialog: BannerDialog) -> None:
    """Handles /notice, with the words or without: what is shown now, or the way to a new message."""
    if not await allowed_to_admin(talk, roster):
        return
    if text:
        await talk.awaited.put(talk.conversation, BannerTextPrompt())
        await _text(talk, text, banner_dialog)
    elif shown := banner_dialog.banners.shown:
        await talk.reply(screens.overview(shown, banner_dialog.title_of, banner_dialog.zone))
    else:
        await talk.ask(screens.ask_text(), BannerTextPrompt())


async def write(talk: Talk, roster: Roster) -> None:
    """Handles «Написать ещё одно»."""
    if await allowed_to_admin(talk, roster):
        await talk.ask(screens.ask_text(), BannerTextPrompt())


async def typed_text(talk: Talk, text: str, roster: Roster, banner_dialog: BannerDialog) -> None:
    """The words that citizens will read; the right is checked again, for it may be gone by now."""
    if await _still_allowed(talk, roster):
        await _text(talk, text, banner_dialog)


async def typed_end(
    talk: Talk, text: str, prompt: BannerEndPrompt, roster: Roster, banner_dialog: BannerDialog
) -> None:
    """Until when; what is understood is shown before anybody sees it."""
    if not await _still_allowed(talk, roster):
        return
    match answered(talk, text):
        case ShowBanner() as action:
            await show(talk, action, roster, banner_dialog)
        case ReplaceBanner() as action:
            await replace(talk, action, roster, banner_dialog)
        case _:
            await _end(talk, text, prompt, banner_dialog)


async def _end(talk: Talk, text: str, prompt: BannerEndPrompt, banner_dialog: BannerDialog) -> None:
    until = read_end(text, banner_dialog.now)
    if isinstance(until, Unsure):
        await talk.ask_again(screens.unclear_end(until))
    elif until - banner_dialog.now > FARTHEST:
        await talk.ask_again(screens.too_far(FARTHEST.days))
    else:
        draft = await banner_dialog.banners.draft(talk.person, prompt.text, until)
        await talk.ask(screens.preview(draft, banner_dialog.zone), prompt)


async def name_topic(talk: Talk, action: NameBannerTopic, roster: Roster, banner_dialog: BannerDialog) -> None:
    """Handles «Другая тема»."""
    if not await allowed_to_admin(talk, roster):
        return
    banner = await banner_dialog.banners.find(BannerId(action.banner))
    await talk.reply(screens.which_topic(banner, banner_dialog.topics.all) if banner else screens.gone())


async def show(talk: Talk, action: ShowBanner, roster: Roster, banner_dialog: BannerDialog) -> None:
    """Shows the message to citizens from this moment."""
    if not await allowed_to_admin(talk, roster):
        return
    await _show(
        talk, banner_dialog, banner_dialog.banners.show(BannerId(action.banner), talk.person, talk.name, action.scope)
    )


async def replace(talk: Talk, action: ReplaceBanner, roster: Roster, banner_dialog: BannerDialog) -> None:
    """Handles «Да, заменить»: the message in place of the one that was shown with the question."""
    if not await allowed_to_admin(talk, roster):
        return
    ids = BannerId(action.banner), BannerId(action.instead_of)
    await _show(talk, banner_dialog, banner_dialog.banners.replace(*ids, talk.person, talk.name))


async def remove(talk: Talk, action: RemoveBanner, roster: Roster, banner_dialog: BannerDialog) -> None:
    """Handles «Убрать»."""
    if not await allowed_to_admin(talk, roster):
        return
    try:
        banner = await banner_dialog.banners.remove(BannerId(action.banner), talk.person, talk.name)
    except BannerGoneError:
        await talk.reply(screens.gone())
    else:
        await talk.reply(screens.removed(banner))


async def _show(talk: Talk, banner_dialog: BannerDialog, showing: Awaitable[Banner]) -> None:
    title_of, zone = banner_dialog.title_of, banner_dialog.zone
    try:
        banner = await showing
    except BannerShownError as before:
        await talk.reply(screens.now_shown(before.banner, title_of, zone))
    except BannerTakenError as taken:
        await talk.reply(screens.taken(taken, title_of, zone))
    except BannerGoneError:
        await talk.reply(screens.gone())
    else:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(screens.now_shown(banner, title_of, zone))


async def _text(talk: Talk, text: str, banner_dialog: BannerDialog) -> None:
    words = " ".join(text.split())
    if found := banner_dialog.fault_in(words):
        await talk.ask_again(screens.fault(found, len(words)))
    else:
        await talk.ask(screens.ask_end(words), BannerEndPrompt(words))


async def _still_allowed(talk: Talk, roster: Roster) -> bool:
    if not roster.is_admin(talk.person):
        await talk.awaited.clear(talk.conversation)
    return await allowed_to_admin(talk, roster)


ROUTES = Routes(
    commands={"notice": begin},
    actions={
        WriteBanner: write,
        NameBannerTopic: name_topic,
        ShowBanner: show,
        ReplaceBanner: replace,
        RemoveBanner: remove,
    },
    awaited={BannerTextPrompt: typed_text, BannerEndPrompt: typed_end},
)
