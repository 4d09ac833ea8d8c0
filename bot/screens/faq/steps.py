"""Steps of an answer one by one: each list under its own heading, with numbers of its own."""

from html import escape, unescape

from bot.faq.answer_parts import AnswerStep, parts_of
from bot.faq.article import Article
from bot.screens.actions import ShowStep
from bot.screens.faq.answers import rating_row, visit_row
from bot.screens.screen import Button, Screen, numbered, row


def step(article: Article, number: int, *, can_book: bool = True) -> Screen:
    """One step of an answer by itself under the heading of its list, with the way to the next one."""
    steps = parts_of(article).steps
    here, visit = steps[number - 1], visit_row(article, can_book=can_book)
    text = f"{here.heading}\nШаг {here.number} из {here.count}.\n\n{here.text}".lstrip("\n")
    onward = ShowStep(article.id, number + 1)
    if here.number < here.count:
        rows = (row(Button("Дальше", onward)), *visit)
        return Screen(f"{text}\n\nСделали? Напишите «дальше».", rows, keeps_numbers=True)
    if number == len(steps):
        return Screen(f"{text}\n\nЭто последний шаг.", (*visit, rating_row(article)))
    other = _name_of_list(steps[number])
    rows = (row(Button(other, onward)), *visit, rating_row(article))
    closing = f"Здесь это последний шаг. Есть ещё «{escape(other)}»: нужно — напишите «дальше»."
    return Screen(f"{text}\n\n{closing}", rows, keeps_numbers=True)


def simpler(article: Article, *, can_book: bool = True) -> Screen:
    """The short answer sentence by sentence, and the steps one by one; of several lists the person chooses one."""
    parts, visit = parts_of(article), visit_row(article, can_book=can_book)
    text = parts.short.replace(". ", ".\n")
    if not parts.steps:
        return Screen(text, (*visit, rating_row(article)), keeps_numbers=True)
    if has_several_lists(article):
        return which_list(article, can_book=can_book).below(text)
    rows = (row(Button("Дальше", ShowStep(article.id, 1))), *visit)
    return Screen(f"{text}\n\nПройдём по шагам, по одному. Напишите «дальше».", rows, keeps_numbers=True)


def which_list(article: Article, *, can_book: bool = True) -> Screen:
    """The lists of steps by their headings: they are for different cases, so their steps are no single row."""
    firsts = [(at, each) for at, each in enumerate(parts_of(article).steps, 1) if each.number == 1]
    choices = tuple(ShowStep(article.id, at) for at, _ in firsts)
    rows = (*numbered([_name_of_list(each) for _, each in firsts], choices), *visit_row(article, can_book=can_book))
    text = "Пройдём по шагам, по одному. Какие шаги нужны? Нажмите на строку или напишите её номер."
    return Screen(text, rows, choices=choices)


def has_several_lists(article: Article) -> bool:
    """Whether the steps of the answer stand in more lists than one."""
    return sum(each.number == 1 for each in parts_of(article).steps) > 1


def _name_of_list(first: AnswerStep) -> str:
    """What a list is for, as a button says it: «Если код уже назвали»."""
    in_bold = first.heading.removeprefix("<b>").partition("</b>")[0]
    return unescape(in_bold).rstrip(":. ") or "С начала"


def count_steps(article: Article) -> int:
    """How many numbered steps the answer has."""
    return len(parts_of(article).steps)
