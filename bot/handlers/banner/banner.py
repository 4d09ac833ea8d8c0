"""Admins write an important message in two messages, see it and show it above answers."""

from collections.abc import Awaitable

from bot.banner.banner import Banner, BannerGoneError, BannerId, BannerShownError, BannerTakenError
from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.banner.by_words import Wanted, wanted_in
from bot.handlers.banner.dialog import BannerDialog
from bot.handlers.banner.typed import ask_about, hear_end, hear_text
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.banner import banner as screens
from bot.screens.banner.actions import NameBannerTopic, RemoveBanner, ReplaceBanner, ShowBanner, WriteBanner
from bot.screens.banner.prompts import BannerEndPrompt, BannerTextPrompt
from bot.staff.roster import Roster
from bot.understanding.acts import Act, ActName


async def begin(talk: Talk, text: str, roster: Roster, banner_dialog: BannerDialog) -> None:
    """Handles /notice, with the words or without: what is shown now, or the way to a new message."""
    if not await allowed_to_admin(talk, roster):
        return
    if text:
        await ask_about(talk, text, banner_dialog)
    elif shown := banner_dialog.banners.shown:
        await talk.reply(screens.overview(shown, banner_dialog.title_of, banner_dialog.zone))
    else:
        await talk.ask(screens.ask_text(), BannerTextPrompt())


async def write(talk: Talk, roster: Roster) -> None:
    """Handles «Написать ещё одно»."""
    if await allowed_to_admin(talk, roster):
        await talk.ask(screens.ask_text(), BannerTextPrompt())


async def by_words(talk: Talk, text: str, act: Act, roster: Roster, banner_dialog: BannerDialog) -> None:
    """«повесь объявление: портал не работает до вечера», «сними объявление»: shown or asked before it is done."""
    if not await allowed_to_admin(talk, roster):
        return
    shown = banner_dialog.banners.shown
    if act.slots.want == "remove" and len(shown) == 1:
        await talk.reply(screens.ask_removal(shown[0], banner_dialog.title_of, banner_dialog.zone))
    elif act.slots.want == "remove" and not shown:
        await talk.reply(screens.none_shown())
    elif act.slots.want == "remove":
        await talk.reply(screens.overview(shown, banner_dialog.title_of, banner_dialog.zone))
    else:
        await _begin_with(talk, wanted_in(text, banner_dialog.now), roster, banner_dialog)


async def _begin_with(talk: Talk, wanted: Wanted, roster: Roster, banner_dialog: BannerDialog) -> None:
    await begin(talk, wanted.text, roster, banner_dialog)
    prompt = talk.awaited.text(talk.conversation)
    if wanted.end and isinstance(prompt, BannerEndPrompt):
        await hear_end(talk, wanted.end, prompt, banner_dialog)


async def typed_text(talk: Talk, text: str, roster: Roster, banner_dialog: BannerDialog) -> None:
    """The words that citizens will read; the right is checked again, for it may be gone by now."""
    if await _still_allowed(talk, roster):
        await hear_text(talk, text, banner_dialog)


async def typed_end(
    talk: Talk, text: str, prompt: BannerEndPrompt, roster: Roster, banner_dialog: BannerDialog
) -> None:
    """Until when, or other words; what is understood is shown before anybody sees it."""
    if not await _still_allowed(talk, roster):
        return
    match answered(talk, text):
        case ShowBanner() as action:
            await show(talk, action, roster, banner_dialog)
        case ReplaceBanner() as action:
            await replace(talk, action, roster, banner_dialog)
        case _:
            await hear_end(talk, text, prompt, banner_dialog)


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
    acts={ActName.NOTICE: by_words},
    awaited={BannerTextPrompt: typed_text, BannerEndPrompt: typed_end},
)
