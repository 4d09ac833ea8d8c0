"""The commands menu, and what people read before the first «Начать»."""

from bot.region.region import Region

COMMANDS = {
    "start": "Начать сначала",
    "faq": "Вопросы и ответы",
    "ask": "Спросить библиотекаря",
    "centres": "Ближайший центр",
    "book": "Прийти в библиотеку за помощью",
    "my": "Мои записи",
    "settings": "Чтение вслух и напоминания",
    "privacy": "Что я о вас знаю",
    "forget": "Стереть всё обо мне",
    "cancel": "Отменить начатое",
    "help": "Как мной пользоваться",
}

LIBRARIAN_COMMANDS = {
    "today": "Кто придёт сегодня",
    "week": "Кто придёт за неделю",
    "walkin": "Пришли или звонят без записи",
    "questions": "Кто ждёт ответа",
    "close": "Закрыть день или часы",
    "hours": "Карточка моего центра и часы записи",
    "desk": "Дежурство и группа библиотекарей",
    "changes": "Правки карточек, которые ждут решения",
    "poster": "Плакат центра для печати",
    "practice": "Потренироваться на выдуманной записи",
    "stats": "Показатели",
    "report": "Отчёт для Excel",
}

ADMIN_COMMANDS = {
    "unanswered": "Вопросы без ответа",
    "faqedit": "Поправить ответ",
    "review": "Сверить ответы и карточки",
    "notice": "Важное сообщение людям",
    "invite": "Пригласить библиотекаря",
    "staff": "Библиотекари по центрам",
    "log": "Кто что сделал за 30 дней",
    "status": "Состояние бота",
    "data": "Прочитать файлы заново",
    "backup": "Снять копию базы",
}

DISTRICT_COMMANDS = {
    "review": "Сверить карточки центров",
    "invite": "Пригласить библиотекаря",
    "staff": "Библиотекари по центрам",
    "log": "Кто что сделал за 30 дней",
}

METHODIST_COMMANDS = {"stats": "Показатели", "report": "Отчёт для Excel"}


def description(region: Region) -> str:
    """The description in the empty chat."""
    return (
        f"Помощник библиотек {region.of_region}.\n\n"
        "Отвечаю на вопросы о Госуслугах: как зарегистрироваться, войти, защититься от мошенников. "
        "Подсказываю, где помогут рядом.\n\n"
        "Нажмите «Начать» и напишите вопрос своими словами."
    )


def short_description(region: Region) -> str:
    """Shown in the bot's profile and in search."""
    return f"Вопросы о Госуслугах. Библиотеки {region.of_region}."
