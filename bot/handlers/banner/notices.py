"""What admins are told of important messages, found out at the moment of sending."""

from bot.banner.banner import Banner, BannerId, BannerState
from bot.banner.banner_service import BANNER_ENDED, BANNER_REMOVED, BANNER_SHOWN
from bot.handlers.banner.dialog import BannerDialog
from bot.handlers.feature import Renders
from bot.outbox.notice import Payload
from bot.screens.banner import banner as screens
from bot.screens.screen import Screen


def banner_renders(banner_dialog: BannerDialog) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def found(payload: Payload) -> Banner | None:
        return await banner_dialog.banners.find(BannerId(int(payload["banner"])))

    async def shown(payload: Payload) -> Screen | None:
        banner = await found(payload)
        if banner is None or not banner.is_shown(banner_dialog.now):
            return None
        return screens.shown_by_other(banner, banner_dialog.title_of, banner_dialog.zone)

    async def removed(payload: Payload) -> Screen | None:
        banner = await found(payload)
        return screens.removed_by_other(banner, str(payload.get("name", ""))) if banner else None

    async def ended(payload: Payload) -> Screen | None:
        banner = await found(payload)
        return screens.ended(banner) if banner and banner.state is BannerState.SHOWN else None

    return {BANNER_SHOWN: shown, BANNER_REMOVED: removed, BANNER_ENDED: ended}
