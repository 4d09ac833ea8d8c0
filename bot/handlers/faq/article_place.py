"""Admins change where an answer stands: its section, its tags, what is shown beside it."""

from collections.abc import Mapping

from bot.faq.article import Article
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.article_place import ArticlePlaceService
from bot.faq.edits.edit_errors import ArticleChangedError, ArticleGoneError
from bot.faq.edits.seen import ArticlePart
from bot.faq.live_faq import LiveFaq
from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.faq.edit_outcomes import is_last_shown, known, tried
from bot.handlers.faq.place_previews import ask_for, read, show
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.action import Action
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import place_edits as screens
from bot.screens.faq.editing_actions import MendArticle
from bot.screens.faq.place_actions import (
    ChangeRelated,
    ChangeSection,
    ChangeTags,
    ChooseSection,
    KeepRelated,
    KeepSection,
    KeepTags,
)
from bot.screens.faq.prompts import ArticlePlacePrompt, ArticlePrompt
from bot.staff.roster import Roster

_PARTS: Mapping[type[Action], ArticlePart] = {
    ChangeTags: ArticlePart.TAGS,
    KeepTags: ArticlePart.TAGS,
    ChangeRelated: ArticlePart.RELATED,
    KeepRelated: ArticlePart.RELATED,
    ChangeSection: ArticlePart.SECTION,
    KeepSection: ArticlePart.SECTION,
}


async def ask(
    talk: Talk,
    action: ChangeTags | ChangeRelated | ChangeSection,
    roster: Roster,
    article_edits: ArticleEditService,
    live_faq: LiveFaq,
) -> None:
    """Handles «Метки», «Что показать рядом» and «Раздел»."""
    if await allowed_to_admin(talk, roster) and (article := await known(talk, action.article, article_edits)):
        part = _PARTS[type(action)]
        await talk.ask(ask_for(article, part, live_faq), ArticlePlacePrompt(article.id, part))


async def choose_section(
    talk: Talk, action: ChooseSection, roster: Roster, article_place: ArticlePlaceService, live_faq: LiveFaq
) -> None:
    """The section that was pressed, shown before anything is moved."""
    prompt = talk.awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    if isinstance(prompt, ArticlePlacePrompt) and prompt.part == ArticlePart.SECTION:
        await _shown(talk, prompt, (action.section,), article_place, live_faq)
    else:
        await talk.ask(editing_screens.which_article(), ArticlePrompt())


async def typed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: ArticlePlacePrompt,
    roster: Roster,
    article_edits: ArticleEditService,
    article_place: ArticlePlaceService,
    live_faq: LiveFaq,
) -> None:
    """The words of what is asked; the right is checked again, for it may be gone by now."""
    if not await allowed_to_admin(talk, roster):
        await talk.awaited.clear(talk.conversation)
        return
    match answered(talk, text):
        case (KeepTags() | KeepRelated() | KeepSection()) as write:
            await keep(talk, write, roster, article_place, live_faq)
        case ChooseSection() as chosen:
            await choose_section(talk, chosen, roster, article_place, live_faq)
        case MendArticle(id_) if article := await known(talk, id_, article_edits):
            await talk.awaited.clear(talk.conversation)
            await talk.reply(editing_screens.card(article))
        case _:
            if await known(talk, prompt.article, article_edits):
                await read(talk, text, prompt, article_place, live_faq)


async def keep(
    talk: Talk,
    action: KeepTags | KeepRelated | KeepSection,
    roster: Roster,
    article_place: ArticlePlaceService,
    live_faq: LiveFaq,
) -> None:
    """Writes what was shown; under an older preview, or over the work of another, it is shown anew first."""
    prompt = talk.awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    is_of_it = isinstance(prompt, ArticlePlacePrompt) and prompt.is_ready and prompt.article == action.article
    if not isinstance(prompt, ArticlePlacePrompt) or not is_of_it or prompt.part != _PARTS[type(action)]:
        await talk.reply(editing_screens.start_again(action.article, _PARTS[type(action)]))
    elif not is_last_shown(talk):
        await _shown(talk, prompt, prompt.values, article_place, live_faq)
    else:
        await _write(talk, action, prompt, article_place, live_faq)


async def _write(
    talk: Talk, action: Action, prompt: ArticlePlacePrompt, article_place: ArticlePlaceService, live_faq: LiveFaq
) -> None:
    before = live_faq.library.article(prompt.article)
    section = live_faq.library.section(before.group) if before else None
    try:
        article = await tried(talk, _changed(talk, prompt, article_place), again=(action, prompt))
    except ArticleChangedError:
        talk.above = editing_screens.CHANGED
        await _shown(talk, prompt, prompt.values, article_place, live_faq)
        return
    if article:
        is_moved = section and prompt.part == ArticlePart.SECTION
        await talk.awaited.clear(talk.conversation)
        done = screens.moved(section.title) if section and is_moved else editing_screens.DONE
        await talk.reply(editing_screens.card(article, done))


async def _changed(talk: Talk, prompt: ArticlePlacePrompt, article_place: ArticlePlaceService) -> Article:
    match prompt.part:
        case ArticlePart.TAGS:
            return await article_place.change_tags(prompt.article, prompt.values, prompt.seen, talk.person)
        case ArticlePart.RELATED:
            return await article_place.change_related(prompt.article, prompt.values, prompt.seen, talk.person)
        case _:
            return await article_place.change_section(prompt.article, prompt.lines, prompt.seen, talk.person)


async def _shown(
    talk: Talk,
    prompt: ArticlePlacePrompt,
    values: tuple[str, ...],
    article_place: ArticlePlaceService,
    live_faq: LiveFaq,
) -> None:
    try:
        await show(talk, prompt, values, article_place, live_faq)
    except ArticleGoneError:
        await talk.reply(editing_screens.gone())


ROUTES = Routes(
    actions={
        ChangeTags: ask,
        ChangeRelated: ask,
        ChangeSection: ask,
        ChooseSection: choose_section,
        KeepTags: keep,
        KeepRelated: keep,
        KeepSection: keep,
    },
    awaited={ArticlePlacePrompt: typed},
)
