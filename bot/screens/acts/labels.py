"""What a wish is called on a button."""

from collections.abc import Callable, Mapping

from bot.faq.article import Article
from bot.understanding.acts import Act, ActName

FindArticle = Callable[[str], Article | None]

LABELS: Mapping[ActName, str] = {
    ActName.FAQ: "Ответ из справочника",
    ActName.FOLLOW_UP: "Ещё о последнем ответе",
    ActName.PLACE: "Библиотеки и МФЦ: где, часы, телефон",
    ActName.BOOK: "Записаться в библиотеку",
    ActName.MOVE: "Перенести мою запись",
    ActName.CANCEL: "Отменить мою запись",
    ActName.MY_BOOKINGS: "Посмотреть мои записи",
    ActName.LATE: "Предупредить, что опоздаю",
    ActName.CONFIRM_COMING: "Сказать, приду ли я",
    ActName.WAIT_LIST: "Сообщить мне, когда освободится время",
    ActName.ASK_LIBRARIAN: "Спросить библиотекаря",
    ActName.CALL_ME: "Поговорить по телефону",
    ActName.QUESTION_STATUS: "Узнать, ответили ли мне",
    ActName.YES: "Да",
    ActName.NO: "Нет",
    ActName.CHOOSE: "Выбрать из списка",
    ActName.BACK: "Вернуться назад",
    ActName.STOP: "Бросить начатое",
    ActName.REPEAT: "Повторить последний ответ",
    ActName.SIMPLIFY: "Сказать проще",
    ActName.NEXT_STEP: "Что делать дальше",
    ActName.NOT_HELPED: "Ответ не помог",
    ActName.THANKS: "Спасибо",
    ActName.GREETING: "Поздороваться",
    ActName.FAREWELL: "Попрощаться",
    ActName.ABUSE: "Ничего не получается",
    ActName.HELP: "С чего начать",
    ActName.FEELINGS: "Мне трудно",
    ActName.WHO_ARE_YOU: "Кто вы такой",
    ActName.SETTINGS: "Чтение вслух и напоминания",
    ActName.FORGET_ME: "Стереть всё обо мне",
    ActName.OTHER_LIBRARY_SERVICE: "Книги и залы библиотеки",
    ActName.OTHER_LANGUAGE: "Другой язык",
    ActName.OUT_OF_SCOPE: "Не о Госуслугах",
    ActName.UNREADABLE: "Что-то другое",
    ActName.DANGER: "Меня обманывают",
    ActName.CRISIS: "Нужна срочная помощь",
    ActName.DAY_LIST: "Кто записан на день",
    ActName.WEEK: "Вся неделя",
    ActName.FIND_VISIT: "Найти запись",
    ActName.WALK_IN: "Пришли без записи",
    ActName.PHONE_BOOKING: "Записать того, кто звонит",
    ActName.MARK: "Отметить, кто пришёл",
    ActName.CLOSE: "Закрыть день или часы",
    ActName.REOPEN: "Открыть закрытое",
    ActName.SET_HOURS: "Изменить часы",
    ActName.ABSENCE: "Меня не будет",
    ActName.DUTY: "Дежурство",
    ActName.ANSWER_QUESTION: "Ответить человеку",
    ActName.OPEN_QUESTIONS: "Вопросы без ответа",
    ActName.POSTER: "Плакат центра",
    ActName.FIGURES: "Показатели и отчёт",
    ActName.PRINT_DAY: "Лист дня для печати",
    ActName.STAFF: "Кто где работает",
    ActName.INVITE: "Пригласить библиотекаря",
    ActName.FAQ_EDIT: "Исправить ответ справочника",
    ActName.NOTICE: "Важное сообщение людям",
    ActName.BACKUP: "Сделать резервную копию",
    ActName.STATUS: "Состояние бота",
}


def label_of(act: Act, find_article: FindArticle) -> str:
    """The title of the article that answers, or what the deed is called."""
    articles = (find_article(id_) for id_ in act.slots.articles) if act.name is ActName.FAQ else iter(())
    article = next((found for found in articles if found), None)
    return article.title if article else LABELS[act.name]
