"""A new answer that begins with somebody's question."""

from bot.handlers.talk import Talk
from bot.screens.faq import new_article as screens
from bot.screens.faq.prompts import NewArticlePrompt


async def begin_with(talk: Talk, asked: str, body: str) -> None:
    """A draft of a person's question and a librarian's answer; the caller has made sure of the admin."""
    await talk.ask(screens.type_title(asked), NewArticlePrompt(asked=asked, body=body))
