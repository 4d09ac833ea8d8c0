"""What the sections and columns of «Ваши данные» are called; which of them are read on the screen."""

from typing import NamedTuple

from bot.privacy.own_data import FILES


class Section(NamedTuple):
    """A title, and the columns of the newest row that the screen tells."""

    title: str
    told: tuple[str, ...] = ()


SECTIONS = {
    "settings": Section("Настройки", ("reading_aloud", "reminder_eve", "reminder_soon")),
    "bookings": Section("Записи", ("starts_at", "called")),
    "waitlist": Section("Места в очереди", ("day",)),
    "questions": Section("Вопросы библиотекарю", ("text",)),
    "unanswered": Section("Вопросы, на которые я не смог ответить", ("text",)),
    "work": Section("Работа в библиотеке", ("name",)),
    "visits_received": Section("Визиты, которые вы взяли на себя"),
    "answers_given": Section("Ваши ответы на вопросы людей"),
    "invitations": Section("Ваши приглашения библиотекарям"),
    "card_drafts": Section("Правки карточек, ещё не отправленные"),
    "card_edits": Section("Правки карточек"),
    "card_edits_decided": Section("Ваши решения о правках"),
    "reviews": Section("Что вы сверяли"),
    "closures": Section("Часы, которые вы закрыли"),
    FILES: Section("Файлы справочника, которые вы правили"),
    "begun": Section("Что начато и какие кнопки можно назвать словами"),
    "inbox": Section("Ваши сообщения, на которые я ещё не ответил"),
    "notices": Section("Мои сообщения вам, отправленные и те, что впереди"),
    "requests": Section("Номера нажатий, чтобы не сделать дважды"),
    "interactions": Section("Обращения в отчёте, без имени и без слов"),
    "opinions": Section("Оценки ответов"),
    "presence": Section("В какие дни и месяцы вы обращались, для отчёта"),
    "pseudonym": Section("Номер вместо имени, для отчёта"),
}

COLUMNS = {
    "answer": "ответ",
    "answered_at": "отвечено",
    "article": "статья справочника",
    "asked_at": "задан",
    "at": "когда",
    "called": "как называть",
    "centre": "центр",
    "closed_at": "когда закрыто",
    "code": "код",
    "day": "день",
    "decided_at": "когда решено",
    "detail": "подробность",
    "due_at": "на какое время",
    "ends_at": "до",
    "expires_at": "действует до",
    "file": "файл",
    "first_at": "впервые",
    "heard_at": "вы на связи с",
    "helped": "помогло",
    "joined_at": "когда встали в очередь",
    "key": "номер сообщения",
    "kind": "вид",
    "last_at": "в последний раз",
    "made_at": "когда записались",
    "name": "имя в списке библиотекарей",
    "number": "номер записи или вопроса",
    "on_duty": "вопросы людей приходят",
    "outcome": "итог",
    "part": "часть карточки",
    "rating": "оценка",
    "reading_aloud": "режим для чтения вслух",
    "reason": "причина",
    "reminder_eve": "напоминать накануне",
    "reminder_soon": "напоминать за два часа",
    "role": "роль",
    "since": "с какого дня",
    "span": "день, месяц или год",
    "stage": "состояние",
    "step": "чем кончилось",
    "subject": "ответ или центр",
    "starts_at": "когда",
    "state": "состояние",
    "text": "вопрос",
    "times": "сколько раз",
    "topic": "тема",
    "unreachable_since": "бот остановлен с",
    "used_at": "когда использовано",
    "what": "что начато",
    "words": "слова",
}
YES_OR_NO = frozenset({"helped", "on_duty", "reading_aloud", "reminder_eve", "reminder_soon"})

VALUES = {
    "offered": "место предложено",
    "booked": "запись стоит",
    "arrived": "визит состоялся",
    "no_show": "вы не пришли",
    "cancelled": "отменена",
    "displaced": "время закрыли",
    "lapsed": "предложение истекло",
    "waiting": "ждёт",
    "served": "место получено",
    "passed": "место не взято",
    "left": "вы вышли",
    "sent": "отправлено",
    "outlived": "устарело",
    "unreachable": "не дошло",
    "set_aside": "отложено",
    "draft": "черновик",
    "taken": "принято",
    "refused": "отклонено",
    "reading": "прочитано",
    "later": "отложено",
    "right": "сверено",
    "librarian": "библиотекарь",
    "account_confirmed": "учётная запись подтверждена",
    "access_restored": "доступ восстановлен",
    "service_ordered": "услуга заказана",
    "sent_to_mfc": "направлен в МФЦ",
    "not_solved": "не решено",
}
STATES = frozenset({"state", "stage", "step", "role", "outcome"})
