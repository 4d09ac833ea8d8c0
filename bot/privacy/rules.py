"""What each kind of secret looks like in a reading, and the words it stands near to."""

from bot.privacy import checksums
from bot.privacy.reading import GAP
from bot.privacy.rule import Secret, digits, rule


def _is_mobile(number: str) -> bool:
    return sum(map(str.isdecimal, number)) == len("89111234567")


_S = r"[ \u00a0.–—-]?"  # what people write between the parts of a number
_SNILS = rf"(?P<it>\d{{3}}{_S}\d{{3}}{_S}\d{{3}}{_S}\d{{2}})(?!\d)"
_LAST_SEVEN = rf"\d{{3}}{_S}\d{{2}}{_S}\d{{2}}"
_AT = r"(?:@|\(a\)|[(\[]at[)\]]|\(?\bсобака\b\)?|\bsobaka\b)"
_POST = r"(?:м[еэ]йл|майл|яндекс|г[ие]?мейл|рамблер|mail|yandex|gmail|rambler|bk|list|inbox)"
_ENDING = r"(?:\.|\bточка\b|\btochka\b)\s{0,2}(?:ru|ру|com|ком|рф|net|org|su|by)"
_OPEN_NUMBER = r"(?:заяв|обращени|заказ|инн|уин|договор|сч[её]т|постановлени)\w*[^\d\n]{0,15}\d{10}(?!\d)"
_SERIES_NUMBER = r"\d{2}\s?\d{2}[\s,;:.-]{0,3}(?:номер|ном\.|№|n)?[\s,;:.-]{0,3}\d{6}"
_SERIES = r"(?:\b[ivxlcхі]{1,4}|\b1)\s?[–—-]?\s?[а-я]{2}[\s,;:№#n.-]{0,4}(?:а\s+)?(?:номер\s*)?\d{6}(?!\d)"
_OPEN_CODE = (
    r"ошибк\w*\W{1,3}(?:с\s+)?(?:код\w{0,2}\W{1,3})?\d{3,5}(?!\d)"
    r"|код\w{0,2}\s+(?:ошибк|подразделени|регион|город|стран|оквэд|окато|октмо|кбк)\w*[^\d\n]{0,24}[\d-]+"
    r"|(?:почтов\w+\s+код|кодекс)\w*[^\d\n]{0,9}\d+"
)
_CODE_WORDS = "код смс эсэм sms cvc code pin пин"
_CODE_WORD = r"(?:код(?!екс)\w{0,3}|смс\w{0,2}|эсэм\w+|sms|cvc|code|\bpin|\bпин)"
_NO_YEAR = r"(?!(?:19|20)\d\d\s*г)(?:(?<!\bс )(?<!\bв )(?<!\bк )(?<!\bдо )(?<!\bот )(?<!\bза )|(?!(?:19|20)\d\d(?!\d)))"
_NO_MEASURE = r"(?![\d-])(?!\s*(?:р\b|руб|₽|тыс))"
_ALONE = r"(?<![\d.,/-])(?<!№ )(?<!№)"
_CODE = rf"(?:(?!номер)\D){{0,24}}(?<![\d-]){_NO_YEAR}(?P<it>\d{{4,8}}){_NO_MEASURE}"
_BETWEEN = r"(?:\s+(?:подтверждения|из|в|смс|sms|такой|это|вот|приш[её]л))*\W{1,4}"
_SPELT = r"\d(?:[ .,–—-]{1,3}\d){3,7}|\d\d(?:[ .–—-]{1,3}\d\d){1,2}|\d{3}[ .–—-]{1,3}\d{3}|\d{4}[ -]\d{4}"
_SIX = rf"{_ALONE}(?P<it>\d{{6}}|\d{{3}}[ -]\d{{3}}|\d(?:[ -]\d){{5}}){_NO_MEASURE}(?![.,/]\d)"
_CAME = r"код(?!екс)|смс|эсэм|sms|приш[её]?л|присл|\bмакс[еу]?\b|\bmax\b|одноразов|подтвержд"
_FIGURES_CAME = r"код приш|приш[её]л код|цифр\w+\s+(?:\w+\s+)?присл|присл\w+\s+(?:\w+\s+)?цифр"
_SAID_WORDS = "парол пассворд password passwd"
_SAID = r"(?:парол[а-яё]{0,3}|пассворд\w{0,2}|password|passwd)"
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
    r"(?<![\w@./?&=!#$%^*+-])(?P<it>(?=[\w!#$%^&*+-]{0,40}[a-z]{3})(?=[\w!#$%^&*+-]{0,40}\d)"
    r"(?=[\w-]{0,40}[!#$%^&*+])[\w!#$%^&*+-]{8,40})(?![\w@/=])"
)

RULES = (
    rule(Secret.EMAIL, 0, r"(?P<it>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3})", words="@"),
    rule(
        Secret.EMAIL,
        0,
        rf"(?P<it>(?<![\w.+-])[\w.+-]{{1,64}}\s{{0,2}}{_AT}\s{{0,2}}(?:[\w-]{{1,63}}\s{{0,2}}{_ENDING}|{_POST})\b)",
        words="@ (a) (at) [at] собака sobaka",
    ),
    rule(Secret.ACCOUNT, 20, rf"(?<!\d)(?P<it>4[02]\d(?:{GAP}\d){{17}})(?!\d)"),
    rule(Secret.ACCOUNT, 20, digits("{19}"), near=r"\bсч[её]т|\bсч\.|реквизит|вклад"),
    rule(Secret.POLICY, 16, digits("{15}"), near=r"полис|\bомс\b"),
    rule(
        Secret.CARD, 16, rf"(?<!\d)(?P<it>\d{{4}}(?:{GAP}\d{{4}}){{3}}(?:{GAP}\d{{1,3}})?)(?!\d)", holds=checksums.luhn
    ),
    rule(Secret.CARD, 16, rf"(?<!\d)(?P<it>\d{{4}}(?:{GAP}\d{{4}}){{3}})(?!\d)", holds=checksums.luhn),
    rule(Secret.CARD, 16, r"(?<!\d)(?P<it>\d{16,19})(?!\d)", holds=checksums.luhn),
    rule(Secret.CARD, 16, digits("{15,18}"), near=r"\bкарт", holds=checksums.luhn),
    rule(Secret.SNILS, 11, r"(?<!\d)(?P<it>\d{3}[-–—]\d{3}[-–—]\d{3}[ \u00a0–—-]\d{2})(?!\d)"),
    rule(Secret.SNILS, 11, rf"снилс[^\d\n]{{0,20}}{_SNILS}", words="снилс"),
    rule(Secret.PHONE, 10, rf"(?<![\d+])(?P<it>(?:\+7|8|7){_S}\(?9\d{{2}}\)?{_S}{_LAST_SEVEN})(?!\d)"),
    rule(Secret.PHONE, 10, rf"(?<![\d+])(?P<it>\(?9\d{{2}}\)?[ \u00a0-]{_LAST_SEVEN})(?!\d)"),
    rule(
        Secret.PHONE,
        10,
        r"(?<![\d+])(?P<it>(?:\+7|8|7)[ \u00a0(.-]{0,2}9\d{2}[ \u00a0).-]{0,2}\d{1,4}(?:[ .-]{1,2}\d{2,4}){1,4})(?!\d)",
        holds=_is_mobile,
    ),
    rule(
        Secret.PHONE,
        10,
        rf"(?<![\d+])(?P<it>(?:8{_S})?\(?\d{{4}}\)?{_S}\d{{2}}{_S}\d{{2}}{_S}\d{{2}})(?!\d)",
        near=r"домашн",
    ),
    rule(Secret.PHONE, 10, r"(?<!\d)(?P<it>9\d{9})(?!\d)", near=r"\bтел\b|телеф|звон|сотов|мобил"),
    rule(Secret.SNILS, 11, rf"(?<!\d){_SNILS}", holds=checksums.snils),
    rule(
        Secret.SNILS,
        11,
        rf"(?<!\d)(?P<it>\d{{3}}(?:{GAP}\d{{3}}){{2}}{GAP}\d{{2}})(?!\d)",
        holds=checksums.snils,
    ),
    rule(Secret.SNILS, 11, digits("{10}"), near=r"снилс|пенсионн\w* (?!фонд)|страхово\w* свид|зел[её]н\w* карт"),
    rule(Secret.INN, 12, r"(?<!\d)(?P<it>\d{12})(?!\d)", holds=checksums.inn),
    rule(Secret.INN, 12, digits("{11}"), near=r"\bинн\b"),
    rule(Secret.DOCUMENT, 6, rf"(?P<it>{_SERIES})", near=r"свидет|рожд|метрик"),
    rule(Secret.DOCUMENT, 10, digits("{9}"), near=r"водител|\bправа\b"),
    rule(Secret.DOCUMENT, 7, r"(?P<it>\b[а-я]{2}[\s,№n-]{0,4}\d{7})(?!\d)", near=r"военн"),
    rule(Secret.PASSPORT, 6, rf"(?P<it>{_SERIES})", near=r"паспорт"),
    rule(
        Secret.PASSPORT,
        6,
        rf"(?:паспорт\w*|сери[яиюй])[^\d\n]{{0,20}}(?P<it>{_SERIES_NUMBER})(?!\d)",
        words="паспорт сери",
    ),
    rule(
        Secret.PASSPORT,
        6,
        rf"{_OPEN_NUMBER}|(?<!\d)(?<!\d\.)(?P<it>\d{{2}}[ -]?\d{{2}}[ №#n-]{{0,3}}\d{{6}})(?!\d)",
    ),
    rule(
        Secret.PASSPORT,
        10,
        rf"{_OPEN_NUMBER}|{digits('{9}')}",
        near=r"паспорт|пачпорт|\bпасп\b|\bсери[яиюй]\b|\bвыдан|\bовд\b|уфмс",
    ),
    rule(Secret.PASSPORT, 7, r"загран\w*[^\d\n]{0,20}(?P<it>\d{2}[ №n-]{0,3}\d{7})(?!\d)", words="загран"),
    rule(Secret.PASSPORT, 9, digits("{8}"), near=r"загран"),
    rule(Secret.PASSPORT, 6, r"номер\w*\s+паспорта\W{1,3}(?P<it>\d{6})(?!\d)", words="паспорта"),
    rule(Secret.PASSPORT, 6, r"удостоверени\w*\s+личности[^\d\n]{0,9}(?P<it>\d{6,9})(?!\d)", words="личности"),
    rule(
        Secret.CODE,
        3,
        r"(?:cvv|cvc|свв|свс|цвв|цвц|cvn)2?[^\d\n]{0,20}(?P<it>\d{3})(?!\d)",
        words="cv св цв",
    ),
    rule(Secret.CODE, 3, r"(?:оборот|обратн|сзади|задн)[^\d\n]{0,30}(?<![\d-])(?P<it>\d{3})(?![\d-])", near=r"\bкарт"),
    rule(
        Secret.CODE,
        3,
        r"(?:оборот\w*|обратн\w+ сторон\w+)(?:\s+карт)?[^\d\n]{0,30}(?<![\d-])(?P<it>\d{3})(?![\d-])",
        words="оборот обратн",
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
    rule(Secret.PASSWORD, 1, _MIXED, near=_SAID),
    rule(Secret.PASSWORD, 1, _STRONG),
)
