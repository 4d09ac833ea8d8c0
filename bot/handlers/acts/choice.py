"""A choice between two readings of a message, and the wishes that one answer had no room for."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.faq.live_faq import LiveFaq
from bot.handlers.faq.answering import Answering
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy.masking import mask
from bot.screens.acts import choice as screens
from bot.screens.acts.actions import TakeAct
from bot.screens.acts.labels import label_of
from bot.screens.acts.prompts import ActPrompt
from bot.screens.screen import Screen
from bot.stats.interaction import InteractionKind
from bot.stats.journal import Journal
from bot.understanding.act_files import act_record
from bot.understanding.acts import Act, ActName


class ServeActs(Protocol):
    """Answers wishes in their order, as if they had just been said."""

    async def __call__(self, acts: Sequence[Act], text: str, talk: Talk) -> None: ...


async def ask_which(
    talk: Talk, text: str, acts: tuple[Act, ...], live_faq: LiveFaq, answering: Answering, journal: Journal
) -> None:
    """Two readings are close: asked which is meant, what was said is kept for it."""
    if own := live_faq.engine.owner_of(text):  # an editor's wording is no guess
        journal.record(talk.person, InteractionKind.ANSWER, own)
        await answering.whole(talk, live_faq.library.by_id[own], text)
        return
    await _ask(talk, screens.which(_readings(acts, live_faq)), text, acts)


async def ask_whose(talk: Talk, text: str, acts: tuple[Act, ...]) -> None:
    """Somebody who works here has said «запишите»: asked whom, what was said is kept for it."""
    await _ask(talk, screens.whose(), text, acts)


async def name_rest(talk: Talk, text: str, acts: tuple[Act, ...], live_faq: LiveFaq) -> None:
    """The wishes beyond the first few are named, and served when they are chosen."""
    await _ask(talk, screens.rest(_readings(acts, live_faq)), text, acts)


async def take(talk: Talk, action: TakeAct, serve: ServeActs) -> None:
    """Serves the reading that was chosen, with all that was said."""
    prompt = talk.awaited.text(talk.conversation)
    acts = act_record.read(prompt.acts) if isinstance(prompt, ActPrompt) else ()
    if not isinstance(prompt, ActPrompt) or not 0 < action.number <= len(acts):
        await talk.reply(screens.forgotten())
        return
    await talk.awaited.clear(talk.conversation)
    await serve((acts[action.number - 1],), prompt.text, talk)


async def _ask(talk: Talk, screen: Screen, text: str, acts: Iterable[Act]) -> None:
    prompt = talk.awaited.text(talk.conversation)
    if prompt is None or not prompt.rule.awaits_words:  # a form that was begun by the first wish goes on
        await talk.awaited.put(talk.conversation, ActPrompt(mask(text), act_record.written(acts)))
    await talk.reply(screen)


def _readings(acts: Sequence[Act], live_faq: LiveFaq) -> list[screens.NamedReading]:
    return [screens.NamedReading(label_of(act, live_faq.library.article), _article(act)) for act in acts]


def _article(act: Act) -> str | None:
    """The article that is named on the button; of a deed none, even where an article says the same."""
    return act.slots.articles[0] if act.name is ActName.FAQ and act.slots.articles else None


ROUTES = Routes(actions={TakeAct: take})
