"""Name of a method → how its call is read → what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram import methods as api
from aiogram.methods import TelegramMethod

from bot.sandbox.methods import chats, copying, editing, intake, media, presses, profile, sending
from bot.sandbox.profile import Words


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Bot API; `run` gives its result or an awaitable of it."""

    name: str
    type: type[TelegramMethod[Any]]
    run: Callable[..., object]


_DONE: dict[type[TelegramMethod[Any]], Callable[..., object]] = {
    api.AnswerCallbackQuery: presses.answer_callback_query,
    api.CopyMessage: copying.copy_message,
    api.CopyMessages: copying.copy_messages,
    api.CreateForumTopic: chats.create_forum_topic,
    api.DeleteMessage: editing.delete_message,
    api.DeleteMyCommands: profile.delete_my_commands,
    api.DeleteWebhook: intake.delete_webhook,
    api.EditMessageReplyMarkup: editing.edit_message_reply_markup,
    api.EditMessageText: editing.edit_message_text,
    api.ForwardMessage: copying.forward_message,
    api.GetChat: chats.get_chat,
    api.GetChatMember: chats.get_chat_member,
    api.GetChatMenuButton: profile.get_chat_menu_button,
    api.GetFile: media.get_file,
    api.GetMe: profile.get_me,
    api.GetMyCommands: profile.get_my_commands,
    api.GetMyDescription: profile.getter(Words.DESCRIPTION),
    api.GetMyName: profile.getter(Words.NAME),
    api.GetMyShortDescription: profile.getter(Words.SHORT_DESCRIPTION),
    api.GetUpdates: intake.get_updates,
    api.GetWebhookInfo: intake.get_webhook_info,
    api.SendChatAction: sending.send_chat_action,
    api.SendContact: sending.send_contact,
    api.SendDocument: media.send_document,
    api.SendMediaGroup: media.send_media_group,
    api.SendMessage: sending.send_message,
    api.SendPhoto: media.send_photo,
    api.SendVenue: sending.send_venue,
    api.SetChatMenuButton: profile.set_chat_menu_button,
    api.SetMyCommands: profile.set_my_commands,
    api.SetMyDescription: profile.setter(Words.DESCRIPTION),
    api.SetMyName: profile.setter(Words.NAME),
    api.SetMyShortDescription: profile.setter(Words.SHORT_DESCRIPTION),
    api.SetWebhook: intake.set_webhook,
}

# Telegram takes a method's name in any case.
METHODS = {kind.__api_method__.lower(): Method(kind.__api_method__, kind, run) for kind, run in _DONE.items()}
