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
    prompt = await keep_readings(talk, text, acts)
    await talk.reply(screens.which(_readings(acts, live_faq), prompt.sign))


async def ask_whose(talk: Talk, text: str, acts: tuple[Act, ...]) -> None:
    """Somebody who works here has said «запишите»: asked whom, what was said is kept for it."""
    await talk.reply(screens.whose((await keep_readings(talk, text, acts)).sign))


async def name_rest(talk: Talk, text: str, acts: tuple[Act, ...], live_faq: LiveFaq) -> None:
    """The wishes beyond the first few are named, and served when they are chosen."""
    form, readings = talk.awaited.text(talk.conversation), _readings(acts, live_faq)
    if form and form.rule.awaits_words:  # begun by one of the first few: its answers come next
        await talk.reply(screens.rest_after_form(readings))
    else:
        await talk.reply(screens.rest(readings, (await keep_readings(talk, text, acts)).sign))


async def take(talk: Talk, action: TakeAct, serve: ServeActs) -> None:
    """Serves the reading that was chosen, with all that was said."""
    prompt = talk.awaited.text(talk.conversation)
    acts = act_record.read(prompt.acts) if isinstance(prompt, ActPrompt) else ()
    if not isinstance(prompt, ActPrompt) or prompt.sign != action.of or not 0 < action.number <= len(acts):
        await talk.reply(screens.forgotten())
        return
    await _answered(talk)
    await serve((acts[action.number - 1],), prompt.text, talk)


async def keep_readings(talk: Talk, text: str, acts: Iterable[Act]) -> ActPrompt:
    """Keeps what was said for the buttons of a choice; a form that was open is suspended and recalled after it."""
    prompt = ActPrompt(mask(text), act_record.written(acts))
    await talk.awaited.leave(talk.conversation)
    await talk.awaited.put(talk.conversation, prompt)
    return prompt


async def _answered(talk: Talk) -> None:
    """The choice is made; a form that was suspended for it is still to be recalled."""
    form = talk.awaited.left(talk.conversation)
    await talk.awaited.clear(talk.conversation)
    if form:
        await talk.awaited.put(talk.conversation, form)
        await talk.awaited.leave(talk.conversation)


def _readings(acts: Sequence[Act], live_faq: LiveFaq) -> list[screens.NamedReading]:
    return [screens.NamedReading(label_of(act, live_faq.library.article), _article(act)) for act in acts]


def _article(act: Act) -> str | None:
    """The article that is named on the button; of a deed none, even where an article says the same."""
    return act.slots.articles[0] if act.name is ActName.FAQ and act.slots.articles else None


ROUTES = Routes(actions={TakeAct: take})
