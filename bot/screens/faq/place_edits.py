"""Screens of where an answer stands: its section, its tags, what it leads to, and its removal."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from bot.datafiles.file_problem import FileProblem
from bot.faq import markup
from bot.faq.article import Article, Group
from bot.faq.edits.article_place import ArticleReferences, UnclearLine
from bot.faq.edits.takeovers import Takeover
from bot.russian.words import plural
from bot.screens.action import Action
from bot.screens.common_buttons import HOME
from bot.screens.faq.answers import TEXT_LIMIT
from bot.screens.faq.editing import STOP
from bot.screens.faq.editing_actions import MendArticle
from bot.screens.faq.place_actions import (
    ChangeRelated,
    ChangeSection,
    ChangeTags,
    ChooseSection,
    KeepRelated,
    KeepSection,
    KeepTags,
    RemoveSeenArticle,
)
from bot.screens.faq.wording_edits import lines_of_taken
from bot.screens.file_faults import fault_lines
from bot.screens.screen import Button, Row, Screen, row
from bot.screens.screen import numbered as numbered_buttons

MOST_TAGS, MOST_RELATED, LONGEST_TAG, WORDS_OF_TAG = 12, 8, 40, 4
NOBODY = "ни одного"


def type_tags(article: Article) -> Screen:
    """Asks for the tags: words that find the answer and are no questions."""
    text = (
        f"<b>{escape(article.title)}</b>\n\nСейчас метки: {_tags(article.tags)}.\n\nПришлите все метки через запятую: "
        "слова, по которым ответ должен находиться, хотя так не спрашивают. Без меток — напишите «ни одной»."
    )
    return Screen(text, (STOP,))


def odd_tag(tag: str) -> Screen:
    """A tag that is none."""
    limits = f"до {WORDS_OF_TAG} слов и до {LONGEST_TAG} знаков"
    text = f"«{escape(tag[:60])}» — не метка: это {limits}. Пришлите все метки ещё раз."
    return Screen(text, (STOP,))


def too_many(most: int) -> Screen:
    """More tags or answers than anybody reads."""
    return Screen(f"Это слишком много: оставьте не больше {most} и пришлите ещё раз.", (STOP,))


def preview_tags(article: Article, tags: Sequence[str], taken: Sequence[Takeover]) -> Screen:
    """What was, what will be, and which questions would find another answer."""
    parts = [_head(article), f"Были метки: {_tags(article.tags)}.\nСтанут: <b>{_tags(tags)}</b>."]
    if taken:
        parts.append("Другие вопросы найдут не свой ответ:\n" + lines_of_taken(taken))
    return Screen("\n\n".join((*parts, "Записать?")), _rows(article, KeepTags(article.id), ChangeTags(article.id)))


def type_related(article: Article, related: Sequence[Article]) -> Screen:
    """Asks for the answers whose titles stand under this one."""
    text = (
        f"{_head(article)}\n\nСейчас под ответом показаны:\n{_listed(related)}\n\nПришлите все, какие показать: "
        "каждый с новой строки, вопросом или именем статьи. Не показывать никаких — напишите «ни одного»."
    )
    return Screen(text, (STOP,))


def unclear(lines: Sequence[UnclearLine]) -> Screen:
    """Lines that name no one answer for sure; nothing is guessed."""
    told = "\n".join(f"• «{escape(one.line)}»{_near(one.near)}" for one in lines)
    text = f"Не понял, какой это ответ:\n{told}\n\nНапишите имя статьи (латинскими буквами) и пришлите все ещё раз."
    return Screen(text, (STOP,))


def preview_related(article: Article, before: Sequence[Article], after: Sequence[Article]) -> Screen:
    """What stood under the answer, and what will."""
    text = (
        f"{_head(article)}\n\nБыли показаны рядом:\n{_listed(before)}\n\nСтанут:\n{_listed(after)}\n\n"
        "По вопросам находится то же, что сейчас. Записать?"
    )
    return Screen(text, _rows(article, KeepRelated(article.id), ChangeRelated(article.id)))


def which_section(article: Article, present: str, groups: Sequence[Group]) -> Screen:
    """Asks for the section in which the answer is to stand."""
    actions = tuple(ChooseSection(group.id) for group in groups)
    lines = "\n".join(f"{number}. {escape(group.title)}" for number, group in enumerate(groups, 1))
    text = (
        f"{_head(article)}\n\nСейчас в разделе «{escape(present)}». В какой переложить? Нажмите или напишите номер."
        f"\n\n{lines}"
    )
    return Screen(text, (*numbered_buttons([group.title for group in groups], actions), STOP), choices=actions)


def same_section(article: Article) -> Screen:
    """The answer stands there already."""
    again = row(Button("Другой раздел", ChangeSection(article.id)))
    return Screen(f"{_head(article)}\n\nОн и так в этом разделе.", (again, row(HOME)))


def preview_section(article: Article, before: str, after: str, *, is_last: bool) -> Screen:
    """From which section into which; `is_last` of the former one, which people then do not see."""
    emptied = f"В разделе «{escape(before)}» не останется ответов: люди его не увидят. " if is_last else ""
    text = (
        f"{_head(article)}\n\nБыл раздел: {escape(before)}.\nСтанет: <b>{escape(after)}</b>.\n\n"
        f"{emptied}По вопросам ответ находится как прежде. Записать?"
    )
    return Screen(text, _rows(article, KeepSection(article.id), ChangeSection(article.id)))


def not_there(problems: Sequence[FileProblem]) -> Screen:
    """The answer would be faulty in that section."""
    return Screen(f"Туда нельзя, файл остался прежним:\n{fault_lines(problems)}", (STOP,))


def moved(before: str) -> str:
    """The line above the card of an answer that was put into another section."""
    return f"Переложил. Вернуть в «{escape(before)}»: кнопка «Раздел»."


def remove_first(found: ArticleReferences) -> Screen:
    """Asks once more before an answer is taken away, with every answer that loses its link to it."""
    article = found.article
    text = (
        f"{_head(article)}\n\nУбрать этот ответ? Люди перестанут его находить. {_led_here(found)}"
        "Файл сохранится: вернуть его можно из /data."
    )
    sure = Button("Да, убрать", RemoveSeenArticle(article.id, found.mark))
    return Screen(text, (row(sure), row(Button("Не убирать", MendArticle(article.id)), HOME)))


def changed_before_removal(found: ArticleReferences) -> Screen:
    """Somebody has changed what was to be removed: it is shown as it is now, and asked anew."""
    told = "Ничего не убрал: пока вы решали, этот ответ изменил кто-то другой. Вот он сейчас."
    shown = markup.pages((told, _head(found.article), *markup.blocks(found.article.body)), TEXT_LIMIT)
    return replace(remove_first(found), before=shown)


def still_referred(problems: Sequence[FileProblem]) -> Screen:
    """Files that the chat does not mend refer to the answer."""
    text = (
        "Убрать нельзя: на ответ ссылаются другие файлы, и ссылки вели бы в никуда. Ничего не изменил.\n"
        f"{fault_lines(problems)}\n\nСначала поправьте эти строки на сервере."
    )
    return Screen(text, (row(HOME),))


def removed(found: ArticleReferences) -> Screen:
    """Confirms that the answer is taken away, and names the answers that lost their link to it."""
    lost = f"Ссылки на него убраны из ответов: {_titles(found.led_here)}. " if found.led_here else ""
    each = ", ответ и каждую ссылку отдельно" if found.led_here else ""
    text = f"Убрал «{escape(found.article.title)}». {lost}Вернуть: /data → «Прежние версии»{each}."
    return Screen(text, (row(HOME),))


def _head(article: Article) -> str:
    return f"<b>{escape(article.title)}</b>"


def _tags(tags: Sequence[str]) -> str:
    return escape(", ".join(tags)) or "ни одной"


def _listed(articles: Sequence[Article]) -> str:
    lines = (f"{number}. {escape(one.title)} ({one.id})" for number, one in enumerate(articles, 1))
    return "\n".join(lines) or NOBODY


def _near(articles: Iterable[Article]) -> str:
    named = "; ".join(f"{escape(one.title)} ({one.id})" for one in articles)
    return f": может быть, {named}?" if named else ""


def _led_here(found: ArticleReferences) -> str:
    if not found.led_here:
        return ""
    count = plural(len(found.led_here), "ответа", "ответов", "ответов")
    return f"Ссылка на него пропадёт из {count}: {_titles(found.led_here)}. "


def _titles(articles: Sequence[Article]) -> str:
    return "; ".join(f"«{escape(one.title)}»" for one in articles)


def _rows(article: Article, keep: Action, again: Action) -> tuple[Row, ...]:
    return (
        row(Button("Записать", keep)),
        row(Button("Написать иначе", again)),
        row(Button("Не менять", MendArticle(article.id)), HOME),
    )
