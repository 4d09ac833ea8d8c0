"""Screens of a new answer: its question, other wordings, the section, the text, and all of it before it is written."""

from collections.abc import Sequence
from html import escape

from bot.datafiles.file_problem import FileProblem
from bot.faq import markup
from bot.faq.article import Group
from bot.faq.article_file import MAX_SHORT_ANSWER, MAX_TITLE, MAX_VARIANT
from bot.faq.edits.new_article import ArticleDraft
from bot.faq.edits.takeovers import Takeover
from bot.russian.words import plural
from bot.screens.actions import StopAsking
from bot.screens.common_buttons import HOME
from bot.screens.faq.answers import TEXT_LIMIT
from bot.screens.faq.editing import STOP
from bot.screens.faq.editing_actions import (
    KeepArticle,
    RetypeArticle,
    ShelveArticle,
    TitleAsAsked,
)
from bot.screens.faq.wording_edits import lines_of_taken
from bot.screens.screen import Button, Screen, row
from bot.screens.screen import numbered as numbered_buttons


def type_title(asked: str = "") -> Screen:
    """Asks for the question that the answer is called by; `asked` is that of a person, where it came from one."""
    if not asked:
        text = f"Новый ответ, 1 из 4. На какой вопрос он отвечает? Напишите словами человека, до {MAX_TITLE} знаков."
        return Screen(text, (STOP,))
    text = (
        f"Человек спросил: «{escape(asked)}».\n\nНовый ответ, 1 из 4. Как назвать вопрос? Напишите словами человека, "
        f"до {MAX_TITLE} знаков. Имён и личного в нём быть не должно."
    )
    same = (row(Button("Так и назвать", TitleAsAsked())),) if len(asked) <= MAX_TITLE else ()
    return Screen(text, (*same, STOP))


def title_too_long() -> Screen:
    """The title would not fit a button."""
    return Screen(f"Это длиннее {MAX_TITLE} знаков: вопрос стоит на кнопке. Напишите короче.", (STOP,))


def type_variants(title: str, known: Sequence[str], missing: int) -> Screen:
    """Asks how people say it otherwise; those already told are shown."""
    told = "\n".join(f"{number}. {escape(one)}" for number, one in enumerate(known, 1))
    shown = f"\n\nУже есть:\n{told}" if told else ""
    more = plural(missing, "вопрос", "вопроса", "вопросов")
    ask = f"Новый ответ, 2 из 4. Как ещё об этом спрашивают? Нужно ещё {more}: каждый с новой строки."
    return Screen(f"<b>{escape(title)}</b>\n\n{ask}{shown}", (STOP,))


def variant_too_long(wording: str) -> Screen:
    """Nobody types as much into the chat."""
    text = f"«{escape(wording[:60])}…» длиннее {MAX_VARIANT} знаков. Напишите, как пишут люди, и пришлите все ещё раз."
    return Screen(text, (STOP,))


def which_section(title: str, groups: Sequence[Group]) -> Screen:
    """Asks for the section in which the answer stands."""
    actions = tuple(ShelveArticle(group.id) for group in groups)
    lines = "\n".join(f"{number}. {escape(group.title)}" for number, group in enumerate(groups, 1))
    text = f"<b>{escape(title)}</b>\n\nНовый ответ, 3 из 4. В какой раздел? Нажмите или напишите номер.\n\n{lines}"
    titles = [group.title for group in groups]
    return Screen(text, (*numbered_buttons(titles, actions), STOP), choices=actions)


def type_body(title: str, written: str = "") -> Screen:
    """Asks for the text of the answer; what is written already is shown to be copied."""
    ask = (
        "Новый ответ, 4 из 4. Пришлите ответ целиком. Первый абзац отвечает сам и короче "
        f"{MAX_SHORT_ANSWER} знаков; ниже — шаги. Жирное — **так**, шаги — «1.», список — «-»."
    )
    before = (f"<pre>{escape(written)}</pre>",) if written else ()
    return Screen(f"<b>{escape(title)}</b>\n\n{ask}", (STOP,), before=before)


def refused_body(title: str, body: str, problems: Sequence[FileProblem]) -> Screen:
    """Says what is wrong with the text, which is shown to be copied and mended."""
    lines = "\n".join(f"• {escape(problem.reason)} {escape(problem.cure)}" for problem in problems[:5])
    text = f"<b>{escape(title)}</b>\n\nТак записать нельзя:\n{lines}\n\nПришлите исправленный текст."
    return Screen(text, (STOP,), before=(f"<pre>{escape(body)}</pre>",))


def preview(draft: ArticleDraft, section: str, taken: Sequence[Takeover]) -> Screen:
    """The answer as citizens would see it, and what else would be found otherwise."""
    shown = markup.pages((f"<b>{escape(draft.title)}</b>", *markup.blocks(draft.body)), TEXT_LIMIT)
    told = "; ".join(f"«{escape(one)}»" for one in draft.variants)
    parts = [f"Так это увидят люди. Раздел: {escape(section)}.\nКак спрашивают: {told}."]
    if taken:
        parts.append("Другие вопросы найдут не свой ответ:\n" + lines_of_taken(taken))
    parts.append("Сверенным ответ ещё не считается, источников у него пока нет. Записать?")
    rows = (
        row(Button("Записать", KeepArticle())),
        row(Button("Написать иначе", RetypeArticle())),
        row(Button("Не записывать", StopAsking()), HOME),
    )
    return Screen("\n\n".join(parts), rows, before=shown)


def nothing_to_keep() -> Screen:
    """The draft is awaited no more."""
    text = "Этого черновика у меня уже нет: он записан, или прошло слишком много времени. Начните снова: /faqedit."
    return Screen(text, (row(HOME),))


CREATED = "Записал новый ответ. Люди уже его находят."
