"""What codes and passwords look like: by the words they stand near to."""

from bot.privacy.rule import Secret, rule

_OPEN_CODE = (
    r"ошибк\w*\W{1,3}(?:с\s+)?(?:код\w{0,2}\W{1,3})?\d{3,5}(?!\d)"
    r"|код\w{0,2}\s+(?:ошибк|подразделени|регион|город|стран|оквэд|окато|октмо|кбк)\w*[^\d\n]{0,24}[\d-]+"
    r"|(?:почтов\w+\s+код|кодекс)\w*[^\d\n]{0,9}\d+"
    r"|код\w{0,2}\s+(?:\w+\s+)?(?:визит|запис|посетител)\w{0,2}\W{1,3}[234679]{4}(?!\w)"
)
_CODE_WORDS = "код смс эсэм эсем sms cvc code pin пин"
_CODE_WORD = r"(?:код(?!екс)\w{0,3}|смс\w{0,2}|эс[эе]м\w+|sms|cvc|code|\bpin|\bпин)"
_NO_YEAR = r"(?!(?:19|20)\d\d\s*г)(?:(?<!\bс )(?<!\bв )(?<!\bк )(?<!\bдо )(?<!\bот )(?<!\bза )|(?!(?:19|20)\d\d(?!\d)))"
_NO_MEASURE = r"(?![\d-])(?!\s*(?:р\b|руб|₽|тыс))"
_ALONE = r"(?<![\d.,/-])(?<!№ )(?<!№)"
_CODE = rf"(?:(?!номер)\D){{0,40}}(?<![\d-]){_NO_YEAR}(?P<it>\d{{4,8}}){_NO_MEASURE}"
_BETWEEN = r"(?:\s+(?:подтверждения|из|в|смс|sms|такой|это|вот|приш[её]л))*\W{1,4}"
_SPELT = r"\d(?:[\s.,–—-]{1,3}\d){3,7}|\d\d(?:[\s.–—-]{1,3}\d\d){1,2}|\d{3}[\s.–—-]{1,3}\d{3}|\d{4}[\s-]\d{4}"
_LONG_SPELT = r"\d(?:[ .,–—-]{1,3}\d){4,7}|\d\d(?:[ –—-]\d\d){2}|\d{3}[ –—-]\d{3}|\d{4}[ -]\d\d|\d\d[ -]\d{4}"
_SIX = rf"{_ALONE}(?P<it>\d{{6}}|\d{{3}}[ -]\d{{3}}|\d(?:[ -]\d){{5}}|\d\d(?:[ -]\d\d){{2}}){_NO_MEASURE}(?![.,/]\d)"
_THREE_SAID = r"(?:код|тр[её]хзначн|3 цифр|три цифр|безопасн|секретн|подпис)"
_CAME = r"код(?!екс)|смс|эс[эе]м|sms|приш[её]?л|присл|приход|высла|\bмакс[еу]?\b|\bmax\b|одноразов|подтвержд"
_DICTATED = (
    r"лови|держи|ввож|ввод|вв[её]л|ввест|дикт|назва|сказал|говор|набр|вбил|высвет|показыв|сообщен|уведомл|\bпуш|\bвот\b|цифр|"
    r"проверочн|секретн|верифик|активац|аутентиф|фактор|войти|госуслуг|гос услуг|подходит|верн|принима|телефон"
)
# «телефон поликлиники 72-00-00», «телефон 8 8112 72 00 00» are for everybody; a mobile one has rules of its own.
_TELEPHONE = (
    r"\bтел(?:ефон\w*)?\b[^\d\n]{0,40}"
    r"(?:(?:\+7|8|7)[ (-]{1,2}\d{3,5}[ )-]{1,2}\d{1,3}[ -]\d\d[ -]\d\d|(?:\(\d{3,5}\) ?)?\d{1,3}-\d\d-\d\d)(?![\d-])"
)
_COUNTED = (
    r"индекс|заявл|обращен|договор|заказ|руб|сч[её]тчик|показани|ошибк|талон|очеред|кадастр|постановл|\bдел[оа]\b|"
    r"протокол|\bуин\b|начисл|квитанц|долг|тыс|отправлен|трек|посылк|билет|кабинет|кварт|\bул\b|адрес|насел|человек|подписч"
)
_FIGURES_CAME = r"код приш|приш[её]л код|цифр\w+\s+(?:\w+\s+)?присл|присл\w+\s+(?:\w+\s+)?цифр"
_SAID_WORDS = "парол пасс пасв pass pwd"
_SAID = r"(?:парол[а-яё]{0,3}|пасс?ворд\w{0,2}|\bпасс\b|\bpass(?:word|wd)?\b|\bpwd\b)"
_NO_DATE = r"(?!\d{1,2}[./-]\w{1,4}(?:[./-]\d{2,4})?(?![\w-]))(?!(?:19|20)\d\d\s*г)"
_PASSWORD = (
    rf"{_SAID}(?:\s*(?:[:=–—-]|это|такой|вот)\s*|\s+|(?=\d)){{1,3}}"
    rf"{_NO_DATE}(?P<it>(?=\S*\d)[^\s,;]{{4,64}}|(?=\S*(?:[a-z]|[!@#$%^&*_]\w))[^\s,;]{{5,64}})"
)
_NO_WORD = "не|за|как|где|что|кто|ошиб|потер|вос|из|пом|сл|прост|длин|стар|нов|над|нуж|мож|пиш|треб|вв|друг|сме"
_IN_WORDS = r"[^\d\n]{0,40}\b(?:больш|заглавн|маленьк|английск|латин)[^\d\n]{0,40}\d{3,8}"
_MIXED = (
    r"(?<![\w@./-])(?!парол|passw|код|win|android|iphone|ios|samsung|redmi|wi-?fi|covid)"
    r"(?P<it>(?=[\w!#$%^&*+-]{0,40}[a-zа-яё]{3})[a-zа-яё\d][\w!#$%^&*+-]{0,30}\d[\w!#$%^&*+]{0,12})(?![\w@/-])(?!\.\w)"
)
_STRONG = (
    r"(?<![\w@./?&=!#$%^*+-])(?P<it>(?=[\w!#$%^&*+-]{0,40}[a-zа-яё]{3})(?=[\w!#$%^&*+-]{0,40}\d)"
    r"(?=[\w-]{0,40}[!#$%^&*+])[\w!#$%^&*+-]{8,40})(?![\w@/=])"
)


CODE_RULES = (
    rule(
        Secret.CODE,
        3,
        r"(?:cvv|cvc|свв|свс|свк|цвв|цвц|cvn|си.?ви.?[вс]и|ц[эе].?в[эе].?[вц][эе])2?[^\d\n]{0,20}(?P<it>\d{3})(?!\d)",
        words="cv св цв си цэ це",
    ),
    rule(
        Secret.CODE,
        3,
        r"(?:оборот|обратн|сзади|задн)[^\d\n]{0,30}(?<![\d-])(?P<it>\d(?:[ .-]?\d){2})(?![\d-])",
        near=r"\bкарт|(?:три|3) цифр",
    ),
    rule(
        Secret.CODE,
        3,
        r"(?:оборот\w*|обратн\w+ сторон\w+)(?:\s+карт)?[^\d\n]{0,30}(?<![\d-])(?P<it>\d{3})(?![\d-])",
        words="оборот обратн",
    ),
    rule(
        Secret.CODE,
        3,
        rf"{_OPEN_CODE}|{_THREE_SAID}[^\d\n]{{0,30}}(?<![\d-])(?P<it>\d{{3}})(?![\d-])",
        near=r"\bкарт",
    ),
    rule(Secret.CODE, 4, rf"{_OPEN_CODE}|{_CODE_WORD}{_CODE}", words=_CODE_WORDS),
    rule(Secret.CODE, 4, rf"{_OPEN_CODE}|{_CODE_WORD}{_BETWEEN}(?P<it>{_SPELT})(?![\d-])", words=_CODE_WORDS),
    rule(
        Secret.CODE,
        4,
        r"(?<![\d-])(?P<it>\d{4,8})(?![\d-])\W{0,3}(?:(?:это|мой|вот)\s+код|код\s+(?:из|подтвержд))",
        words="код",
    ),
    rule(Secret.CODE, 6, rf"{_OPEN_CODE}|{_SIX}", near=_CAME),
    rule(Secret.CODE, 6, rf"{_TELEPHONE}|{_SIX}", near=_DICTATED, far=_COUNTED),
    rule(
        Secret.CODE,
        6,
        rf"{_OPEN_CODE}|{_CODE_WORD}(?:(?!номер)\D){{0,24}}(?<![\d-])(?P<it>{_LONG_SPELT})(?![\d-])",
        words=_CODE_WORDS,
    ),
    rule(Secret.CODE, 6, r"цифр[^\d\n]{0,40}(?P<it>\d\d/\d\d/\d\d)(?!\d)", words="цифр"),
    rule(Secret.CODE, 6, rf"цифр[^\d\n]{{0,40}}{_SIX}", words="цифр"),
    rule(
        Secret.CODE,
        4,
        rf"(?<![\d-]){_NO_YEAR}(?P<it>\d{{4,8}})(?![\d-])[^\d\n]{{0,15}}(?:приш|присл)[^\d\n]{{0,25}}(?:смс|код|sms|телефон)",
        words="приш присл",
    ),
    rule(Secret.CODE, 4, r"(?P<it>\b[a-z]-\d{4,8})(?!\d)", near=_CAME),
    rule(Secret.CODE, 5, rf"{_ALONE}(?P<it>\d\d[ -]\d{{4}}|\d{{5}}){_NO_MEASURE}(?![.,/]\d)", near=_FIGURES_CAME),
    rule(Secret.PASSWORD, 0, _PASSWORD, words=_SAID_WORDS),
    rule(
        Secret.PASSWORD,
        5,
        rf"{_SAID}[^\d\n]{{0,24}}(?<![\d.,-])(?P<it>\d{{5,10}}){_NO_MEASURE}(?![.,/]\d)",
        words=_SAID_WORDS,
    ),
    rule(Secret.PASSWORD, 0, rf"{_SAID}[^\w\n]{{1,4}}(?P<it>\w(?:[ -]\w){{4,30}})(?!\w)", words=_SAID_WORDS),
    rule(Secret.PASSWORD, 3, rf"{_SAID}\s+(?P<it>{_IN_WORDS})(?!\d)", words=_SAID_WORDS),
    rule(
        Secret.PASSWORD,
        0,
        rf"{_SAID}[\s:=–—-]{{1,4}}[«\"'“](?!{_NO_WORD})(?P<it>[^\W\d_]{{4,32}})[»\"'”]",
        words=_SAID_WORDS,
    ),
    rule(Secret.PASSWORD, 0, rf"мо\w парол[ья]\s*[:=]\s*(?!{_NO_WORD})(?P<it>[^\W\d_]{{5,32}})(?!\w)", words="парол"),
    rule(Secret.PASSWORD, 1, rf"{_SAID}\s+по буквам\W+(?P<it>[^\d\n]{{0,60}}\d[\d ]*)", words=_SAID_WORDS),
    rule(
        Secret.PASSWORD,
        4,
        rf"{_SAID}\s(?:мой|такой|это|был)\s(?P<it>(?:[а-яё]{{3,}}\s){{1,3}}\d{{4}})(?!\d)(?!\s*г)",
        words=_SAID_WORDS,
    ),
    rule(Secret.PASSWORD, 1, _MIXED, near=_SAID),
    rule(Secret.PASSWORD, 1, _STRONG),
)
