"""An admin writes a new answer in the chat, step by step, and sees it as citizens will before it is written."""

from dataclasses import replace

from bot.faq.article import GroupId
from bot.faq.article_file import MAX_TITLE, MAX_VARIANT
from bot.faq.edits.article_edits import ArticleEditService
from bot.faq.edits.edit_errors import ArticleNotWrittenError, TwinError
from bot.faq.edits.new_article import ArticleDraft, missing, questions_in
from bot.faq.live_faq import LiveFaq
from bot.handlers.access import allowed_to_admin
from bot.handlers.assent import answered
from bot.handlers.faq.edit_outcomes import is_last_shown, obstacle, tried
from bot.handlers.faq.sections import section_of
from bot.handlers.faq.wordings import is_no_answer, is_no_question
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.faq import edit_refusals, wording_edits
from bot.screens.faq import editing as editing_screens
from bot.screens.faq import new_article as screens
from bot.screens.faq.editing_actions import (
    KeepArticle,
    RetypeArticle,
    ShelveArticle,
    StartArticle,
    TitleAsAsked,
)
from bot.screens.faq.prompts import NewArticlePrompt
from bot.staff.roster import Roster


async def start(talk: Talk, roster: Roster) -> None:
    """Handles «Новый ответ»."""
    if await allowed_to_admin(talk, roster):
        await talk.ask(screens.type_title(), NewArticlePrompt())


async def typed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    marked: str,
    prompt: NewArticlePrompt,
    roster: Roster,
    article_edits: ArticleEditService,
    live_faq: LiveFaq,
) -> None:
    """The words of the step that is asked; the right is checked again, for it may be gone by now."""
    if not await allowed_to_admin(talk, roster):
        await talk.awaited.clear(talk.conversation)
    elif isinstance(answered(talk, text), KeepArticle):
        await keep(talk, roster, article_edits, live_faq)
    elif not prompt.title:
        await _title(talk, text, prompt, article_edits)
    elif missing(prompt.wordings):
        await _variants(talk, text, prompt, article_edits, live_faq)
    elif not prompt.group:
        groups = live_faq.library.sections
        if section := section_of(text, groups):
            await shelve(talk, ShelveArticle(section), roster, article_edits, live_faq)
        else:
            await talk.ask_again(screens.which_section(prompt.title, groups))
    elif is_no_answer(text):
        await talk.ask_again(screens.type_body(prompt.title))
    else:
        await show_new(talk, replace(prompt, body=marked), article_edits, live_faq)


async def title_as_asked(talk: Talk, roster: Roster, article_edits: ArticleEditService) -> None:
    """Handles «Так и назвать»: the question of the person is the title."""
    if not await allowed_to_admin(talk, roster):
        return
    if isinstance(prompt := talk.awaited.text(talk.conversation), NewArticlePrompt) and prompt.asked:
        await _title(talk, prompt.asked, prompt, article_edits)
    else:
        await talk.reply(screens.nothing_to_keep())


async def shelve(
    talk: Talk, action: ShelveArticle, roster: Roster, article_edits: ArticleEditService, live_faq: LiveFaq
) -> None:
    """The section is chosen; the text is asked for, or shown where it is there already."""
    prompt = talk.awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    section = live_faq.library.section(action.group)
    if not isinstance(prompt, NewArticlePrompt) or missing(prompt.wordings) or section is None:
        await talk.reply(screens.nothing_to_keep())
        return
    shelved = replace(prompt, group=action.group)
    if shelved.body:
        await show_new(talk, shelved, article_edits, live_faq)
    else:
        await talk.ask(screens.type_body(shelved.title), shelved)


async def retype(talk: Talk, roster: Roster) -> None:
    """Handles «Написать иначе»: the text is asked for again."""
    prompt = talk.awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    if isinstance(prompt, NewArticlePrompt) and prompt.group:
        await talk.ask(screens.type_body(prompt.title, prompt.body), prompt)
    else:
        await talk.reply(screens.nothing_to_keep())


async def keep(talk: Talk, roster: Roster, article_edits: ArticleEditService, live_faq: LiveFaq) -> None:
    """Writes the previewed article; under an older preview the newer draft is shown first."""
    prompt = talk.awaited.text(talk.conversation)
    if not await allowed_to_admin(talk, roster):
        return
    if not isinstance(prompt, NewArticlePrompt) or not (prompt.body and prompt.group):
        await talk.reply(screens.nothing_to_keep())
    elif not is_last_shown(talk):
        await show_new(talk, replace(prompt), article_edits, live_faq)
    elif article := await tried(
        talk, article_edits.create(_draft(prompt), talk.person), prompt.title, (KeepArticle(), prompt)
    ):
        await talk.awaited.clear(talk.conversation)
        await talk.reply(editing_screens.card(article, screens.CREATED))


async def _title(talk: Talk, text: str, prompt: NewArticlePrompt, article_edits: ArticleEditService) -> None:
    title = " ".join(text.split())
    if is_no_question(title):
        await talk.ask_again(wording_edits.no_question(title))
    elif len(title) > MAX_TITLE:
        await talk.reply(screens.title_too_long())
    elif await _is_free(talk, (title,), article_edits):
        wordings = tuple(dict.fromkeys(one for one in prompt.wordings if one != title))
        fitting = tuple(one for one in wordings if len(one) <= MAX_VARIANT)
        named = replace(prompt, title=title, variants="\n".join(fitting))
        await talk.ask(screens.type_variants(title, fitting, missing(fitting)), named)


async def _variants(
    talk: Talk, text: str, prompt: NewArticlePrompt, article_edits: ArticleEditService, live_faq: LiveFaq
) -> None:
    told = questions_in(text)
    if odd := next((one for one in told if is_no_question(one)), None):
        await talk.ask_again(wording_edits.no_question(odd))
        return
    if long := next((one for one in told if len(one) > MAX_VARIANT), None):
        await talk.reply(screens.variant_too_long(long))
        return
    if not await _is_free(talk, told, article_edits):
        return
    every = tuple(one for one in dict.fromkeys((*prompt.wordings, *told)) if one != prompt.title)
    more = replace(prompt, variants="\n".join(every))
    if missing(every):
        await talk.ask(screens.type_variants(prompt.title, every, missing(every)), more)
    else:
        await talk.ask(screens.which_section(prompt.title, live_faq.library.sections), more)


async def _is_free(talk: Talk, wordings: tuple[str, ...], article_edits: ArticleEditService) -> bool:
    """Whether no article has these words; else it is said which one has them."""
    for wording in wordings:
        try:
            article_edits.refuse_twin(wording)
        except TwinError as twin:
            await talk.reply(wording_edits.twin(wording, twin.article))
            return False
    return True


async def show_new(talk: Talk, prompt: NewArticlePrompt, article_edits: ArticleEditService, live_faq: LiveFaq) -> None:
    """The draft as citizens would see it, or what is wrong with it."""
    draft = _draft(prompt)
    try:
        problems = await article_edits.faults_of_new(draft)
    except ArticleNotWrittenError as unwritten:
        await talk.ask(obstacle(unwritten, edit_refusals.show_again()), replace(prompt))
        return
    if problems:
        await talk.ask(screens.refused_body(draft.title, draft.body, problems), replace(prompt, body=""))
        return
    section = live_faq.library.section(prompt.group)
    taken = await article_edits.taken_by_new(draft)
    await talk.ask(screens.preview(draft, section.title if section else prompt.group, taken), prompt)


def _draft(prompt: NewArticlePrompt) -> ArticleDraft:
    return ArticleDraft(prompt.title, prompt.wordings, GroupId(prompt.group), prompt.body)


ROUTES = Routes(
    actions={
        StartArticle: start,
        TitleAsAsked: title_as_asked,
        ShelveArticle: shelve,
        RetypeArticle: retype,
        KeepArticle: keep,
    },
    awaited={NewArticlePrompt: typed},
)
