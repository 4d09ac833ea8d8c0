"""Other tags, links or another section of an answer: read from the admin's words, and shown before they stand."""

from dataclasses import replace

from bot.faq.article import Article
from bot.faq.edits.article_place import ArticlePlaceService
from bot.faq.edits.new_article import questions_in
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.faq.live_faq import LiveFaq
from bot.handlers.faq.edit_outcomes import tried
from bot.handlers.faq.sections import section_of
from bot.handlers.faq.wordings import is_button, is_no_question
from bot.handlers.talk import Talk
from bot.russian.normalize import bare_words
from bot.screens.faq import place_edits as screens
from bot.screens.faq.prompts import ArticlePlacePrompt
from bot.screens.screen import Screen

_NONE = frozenset({"ни одной", "ни одного", "без меток", "нет меток", "никаких", "никакие", "ничего"})


def ask_for(article: Article, part: ArticlePart, live_faq: LiveFaq) -> Screen:
    """The question for that part, with what stands there now."""
    match part:
        case ArticlePart.TAGS:
            return screens.type_tags(article)
        case ArticlePart.RELATED:
            return screens.type_related(article, live_faq.related(article))
        case _:
            return screens.which_section(article, _title(article.group, live_faq), live_faq.library.sections)


async def read(
    talk: Talk, text: str, prompt: ArticlePlacePrompt, article_place: ArticlePlaceService, live_faq: LiveFaq
) -> None:
    """The typed words, shown as they were understood; what was not understood is asked again."""
    article = article_place.article(prompt.article)
    if is_button(text) or (prompt.part != ArticlePart.TAGS and _is_idle(text)):
        await talk.ask_again(ask_for(article, ArticlePart(prompt.part), live_faq))
        return
    match prompt.part:
        case ArticlePart.TAGS:
            await _tags(talk, text, prompt, article_place, live_faq)
        case ArticlePart.RELATED:
            await _related(talk, text, prompt, article_place, live_faq)
        case _ if section := section_of(text, live_faq.library.sections):
            await show(talk, prompt, (section,), article_place, live_faq)
        case _:
            await talk.ask_again(ask_for(article, ArticlePart.SECTION, live_faq))


async def show(
    talk: Talk,
    prompt: ArticlePlacePrompt,
    values: tuple[str, ...],
    article_place: ArticlePlaceService,
    live_faq: LiveFaq,
) -> None:
    """What was, what will be, and what else that changes. Raises ArticleGoneError."""
    article, part = article_place.article(prompt.article), ArticlePart(prompt.part)
    screen: Screen | None
    match part:
        case ArticlePart.TAGS:
            screen = screens.preview_tags(article, values, await article_place.taken_by_tags(article.id, values))
        case ArticlePart.RELATED:
            after = [article_place.article(one) for one in values]
            screen = screens.preview_related(article, live_faq.related(article), after)
        case _:
            screen = await _section(talk, article, values[0], article_place, live_faq)
    if screen:
        shown = replace(prompt, lines="\n".join(values), is_ready=True, seen=seen_mark(article, part))
        await talk.ask(screen, shown)


async def _section(
    talk: Talk, article: Article, section: str, article_place: ArticlePlaceService, live_faq: LiveFaq
) -> Screen | None:
    """None where it was said why not there."""
    if section == article.group:
        await talk.reply(screens.same_section(article))
        return None
    problems = await tried(talk, article_place.faults_in_section(article.id, section))
    if problems:
        await talk.reply(screens.not_there(problems))
    if problems is None or problems:
        return None
    before = live_faq.library.section(article.group)
    is_last = before is not None and len(before.articles) == 1
    return screens.preview_section(article, _title(article.group, live_faq), _title(section, live_faq), is_last=is_last)


async def _tags(
    talk: Talk, text: str, prompt: ArticlePlacePrompt, article_place: ArticlePlaceService, live_faq: LiveFaq
) -> None:
    told = (" ".join(one.split()).strip(" .;#") for one in text.replace("\n", ",").replace(";", ",").split(","))
    tags = () if _is_none(text) else tuple(dict.fromkeys(one.casefold() for one in told if one))
    odd = next((one for one in tags if len(one) > screens.LONGEST_TAG or len(one.split()) > screens.WORDS_OF_TAG), None)
    if odd or (not tags and not _is_none(text)) or (len(tags) == 1 and is_no_question(text)):
        await talk.reply(screens.odd_tag(odd or text))
    elif len(tags) > screens.MOST_TAGS:
        await talk.reply(screens.too_many(screens.MOST_TAGS))
    else:
        await show(talk, prompt, tags, article_place, live_faq)


async def _related(
    talk: Talk, text: str, prompt: ArticlePlacePrompt, article_place: ArticlePlaceService, live_faq: LiveFaq
) -> None:
    lines = () if _is_none(text) else questions_in(text)
    found, unclear = article_place.named(prompt.article, lines)
    if unclear:
        await talk.reply(screens.unclear(unclear))
    elif len(found) > screens.MOST_RELATED:
        await talk.reply(screens.too_many(screens.MOST_RELATED))
    else:
        await show(talk, prompt, tuple(one.id for one in found), article_place, live_faq)


def _is_none(text: str) -> bool:
    return bare_words(text) in _NONE


def _is_idle(text: str) -> bool:
    """«да», «спасибо»: names no answer and no section."""
    return is_no_question(text) and not _is_none(text)


def _title(group: str, live_faq: LiveFaq) -> str:
    found = live_faq.library.section(group)
    return found.title if found else group
