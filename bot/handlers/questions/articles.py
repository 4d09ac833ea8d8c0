"""A librarian answers by an article of the FAQ, and offers an answer as one."""

from bot.faq.edits.article_edits import wording_of
from bot.faq.live_faq import LiveFaq
from bot.handlers.access import allowed_to_admin
from bot.handlers.faq.begun_article import begin_with
from bot.handlers.questions.librarian import open_thread, prompt_for
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answer_draft import AnswerAim
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts
from bot.questions.errors import QuestionGoneError
from bot.questions.question import QuestionId
from bot.questions.service import QuestionService
from bot.screens.home import home
from bot.screens.questions import articles as screens
from bot.screens.questions.actions import FindArticleToSend, OpenArticleDraft, ProposeAsArticle, SendArticle
from bot.screens.questions.prompts import ArticleToSendPrompt
from bot.staff.roster import Roster


async def ask_which(
    talk: Talk, action: FindArticleToSend, question_service: QuestionService, answer_service: AnswerService
) -> None:
    """Handles «Ответить статьёй»: the question itself is looked for first."""
    if found := await open_thread(talk, question_service, action.question):
        await answer_service.take(found.question.id, talk.person)
        await talk.ask(screens.which_article(found.question), ArticleToSendPrompt(found.question.id))


async def look_for(
    talk: Talk, text: str, prompt: ArticleToSendPrompt, question_service: QuestionService, live_faq: LiveFaq
) -> None:
    """The articles that the words find, to choose from."""
    if found := await open_thread(talk, question_service, prompt.question):
        search = live_faq.search(text)
        near = (*search.articles, *search.further)
        await talk.ask(screens.found_articles(found.question, near[: screens.SHOWN]), prompt)


async def propose(
    talk: Talk,
    action: SendArticle,
    question_service: QuestionService,
    drafts: Drafts,
    live_faq: LiveFaq,
) -> None:
    """The article as it would go, with «Отправить»."""
    article = live_faq.library.article(action.article)
    found = await open_thread(talk, question_service, action.question)
    if found is None:
        return
    if article is None:
        await talk.reply(home.outdated())
        return
    prompt = prompt_for(found)
    aim = AnswerAim(found.question.id, seen=prompt.seen, article=article.id)
    draft = await drafts.keep(talk.conversation, aim.packed(), screens.as_answer(article))
    await talk.awaited.clear(talk.conversation)
    await talk.reply(screens.shown_article(found.question, article, draft.number))


async def offer_to_admins(
    talk: Talk,
    action: ProposeAsArticle,
    question_service: QuestionService,
    answer_service: AnswerService,
    roster: Roster,
) -> None:
    """Handles «Сделать статьёй»: admins get the question with its answer."""
    if found := await open_thread(talk, question_service, action.question):
        await answer_service.propose_article(found.question, roster.admins, talk.person)
        await talk.reply(screens.offered_to_admins(found.question, is_admin=roster.is_admin(talk.person)))


async def open_draft(talk: Talk, action: OpenArticleDraft, roster: Roster, question_service: QuestionService) -> None:
    """Handles «Открыть черновик»: a new article begins with the question and its answer."""
    if not await allowed_to_admin(talk, roster):
        return
    try:
        question = (await question_service.thread(QuestionId(action.question))).question
    except QuestionGoneError:
        await talk.reply(home.outdated())
        return
    await begin_with(talk, wording_of(question.text), question.answer or "")


ROUTES = Routes(
    actions={
        FindArticleToSend: ask_which,
        SendArticle: propose,
        ProposeAsArticle: offer_to_admins,
        OpenArticleDraft: open_draft,
    },
    awaited={ArticleToSendPrompt: look_for},
)
