"""How the bot gets its updates: by asking or by webhook."""

from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from bot.sandbox.json_types import Json
from bot.sandbox.refusal import conflict
from bot.sandbox.state import World
from bot.sandbox.webhook import check_address

MOST_WAIT = 50  # seconds


async def get_updates(world: World, call: GetUpdates) -> list[Json]:
    if world.webhook.url:
        cure = "use deleteWebhook to delete the webhook first"
        raise conflict(f"can't use getUpdates method while webhook is active; {cure}")
    world.updates.allow(call.allowed_updates)
    timeout = min(max(call.timeout or 0, 0), MOST_WAIT)
    return await world.updates.poll(call.offset or 0, call.limit or 100, timeout)


async def set_webhook(world: World, call: SetWebhook) -> bool:
    check_address(call.url)
    world.updates.allow(call.allowed_updates)
    if call.drop_pending_updates:
        world.updates.drop()
    await world.webhook.set(call.url, call.secret_token)
    return True


async def delete_webhook(world: World, call: DeleteWebhook) -> bool:
    if call.drop_pending_updates:
        world.updates.drop()
    await world.webhook.set("", None)
    return True


def get_webhook_info(world: World, _call: GetWebhookInfo) -> Json:
    return world.webhook.described(world.updates.allowed)
