"""How the bot gets its updates: by asking or by webhook."""

from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from bot.sandbox.json_types import Json
from bot.sandbox.refusal import conflict
from bot.sandbox.state import SandboxState
from bot.sandbox.webhook import check_address

MOST_WAIT = 50  # seconds


async def get_updates(state: SandboxState, call: GetUpdates) -> list[Json]:
    if state.webhook.url:
        cure = "use deleteWebhook to delete the webhook first"
        raise conflict(f"can't use getUpdates method while webhook is active; {cure}")
    state.updates.allow(call.allowed_updates)
    timeout = min(max(call.timeout or 0, 0), MOST_WAIT)
    return await state.updates.poll(call.offset or 0, call.limit or 100, timeout)


async def set_webhook(state: SandboxState, call: SetWebhook) -> bool:
    check_address(call.url)
    state.updates.allow(call.allowed_updates)
    if call.drop_pending_updates:
        state.updates.drop()
    await state.webhook.set(call.url, call.secret_token)
    return True


async def delete_webhook(state: SandboxState, call: DeleteWebhook) -> bool:
    if call.drop_pending_updates:
        state.updates.drop()
    await state.webhook.set("", None)
    return True


def get_webhook_info(state: SandboxState, _call: GetWebhookInfo) -> Json:
    return state.webhook.described(state.updates.allowed)
