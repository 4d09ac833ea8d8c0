"""What numbers of documents, cards and accounts look like, telephones and addresses of mail."""

from bot.privacy import checksums
from bot.privacy.reading import GAP, OWN_LINE
from bot.privacy.rule import Secret, digits, rule

_S = r"[ \u00a0.–—-]?"  # what people write between the parts of a number
_SNILS = rf"(?P<it>\d{{3}}{_S}\d{{3}}{_S}\d{{3}}{_S}\d{{2}})(?!\d)"
_LAST_SEVEN = rf"\d{{3}}{_S}\d{{2}}{_S}\d{{2}}"
_AT = r"(?:@|\(a\)|[(\[]at[)\]]|\(?\bсобака\b\)?|\bsobaka\b)"
_POST = r"(?:м[еэ]йл|майл|яндекс|г[ие]?мейл|рамблер|mail|yandex|gmail|rambler|bk|list|inbox)"
_ENDING = r"(?:\.|\bточка\b|\btochka\b)\s{0,2}(?:ru|ру|com|ком|рф|net|org|su|by)"
_CARD_WORDS = r"\bкарт(?!ин)|\bпластик|\bвиз[аыуе]\b|\bvisa\b|\bмастеркард|\bмаэстро|\bсбер|\bтинько|\bвтб\b"
_FOUR_YEARS = r"(?:(?:19|20)\d\d[ –—-]?){4}(?!\d)"
_FOUR_GROUPS = r"(?P<it>\d{4}(?:[ \u00a0–—-]\d{4}){3})"
_COUNTED = (
    r"заяв|обращ|заказ|\bдел[оау]\b|\bуин\b|трек|отправл|посыл|квитанц|начисл|постановл|договор|лицев|показан|"
    r"сч[её]тчик"
)
_OPEN_NUMBER = r"(?:заяв|обращени|заказ|инн|уин|договор|сч[её]т|постановлени)\w*[^\d\n]{0,15}\d{10}(?!\d)"
_SERIES_NUMBER = r"\d{2}\s?\d{2}[\s,;:.-]{0,3}(?:номер|ном\.|№|n)?[\s,;:.-]{0,3}\d{6}"
_SERIES = r"(?:\b[ivxlcхі]{1,4}|\b1)\s?[–—-]?\s?[а-я]{2}[\s,;:№#n.-]{0,4}(?:а\s+)?(?:номер\s*)?\d{6}(?!\d)"

NUMBER_RULES = (
    rule(Secret.EMAIL, 0, r"(?P<it>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3})", words="@"),
    rule(
        Secret.EMAIL,
        0,
        rf"(?P<it>(?<![\w.+-])[\w.+-]{{1,64}}\s{{0,2}}{_AT}\s{{0,2}}(?:[\w-]{{1,63}}\s{{0,2}}{_ENDING}|{_POST})\b)",
        words="@ (a) (at) [at] собака sobaka",
    ),
    rule(Secret.CARD, 16, rf"(?<!\d){_FOUR_GROUPS}(?!\d)", near=_CARD_WORDS, far=r"\bсч[её]т|реквизит"),
    rule(Secret.ACCOUNT, 20, rf"(?<!\d)(?P<it>4[02]\d(?:{GAP}\d){{17}})(?!\d)"),
    rule(Secret.ACCOUNT, 19, digits("{18,20}"), near=r"\bсч[её]т(?!чик)|\bсч\.|реквизит|вклад", far=r"\bуин\b"),
    rule(Secret.POLICY, 15, digits("{14,16}"), near=r"полис|\bомс\b|\bенп\b"),
    rule(
        Secret.CARD, 16, rf"(?<!\d)(?P<it>\d{{4}}(?:{GAP}\d{{4}}){{3}}(?:{GAP}\d{{1,3}})?)(?!\d)", holds=checksums.luhn
    ),
    rule(Secret.CARD, 16, rf"(?<!\d)(?P<it>\d{{4}}(?:{GAP}\d{{4}}){{3}})(?!\d)", holds=checksums.luhn),
    rule(Secret.CARD, 16, r"(?<!\d)(?P<it>\d{16,19})(?!\d)", holds=checksums.luhn),
    # A digit mistyped fails the check sum, and the others are still the card's.
    rule(Secret.CARD, 15, digits("{14,18}"), near=_CARD_WORDS, far=r"\bуин\b"),
    rule(Secret.CARD, 16, rf"(?<![\d.])(?<!\d[ -])(?!{_FOUR_YEARS}){_FOUR_GROUPS}(?![ -]?\d)"),
    rule(Secret.CARD, 16, r"(?<!\d)(?P<it>[2-6]\d{15})(?!\d)", far=_COUNTED),
    rule(Secret.SNILS, 11, r"(?<!\d)(?P<it>\d{3}[-–—]\d{3}[-–—]\d{3}[ \u00a0–—-]\d{2})(?!\d)"),
    rule(Secret.SNILS, 11, rf"снилс[^\d\n]{{0,20}}{_SNILS}", words="снилс"),
    rule(Secret.PHONE, 10, rf"(?<![\d+])(?P<it>(?:\+7|8|7){_S}\(?9\d{{2}}\)?{_S}{_LAST_SEVEN})(?!\d)"),
    rule(Secret.PHONE, 10, rf"(?<![\d+])(?P<it>\(?9\d{{2}}\)?[ \u00a0-]{_LAST_SEVEN})(?!\d)"),
    rule(
        Secret.PHONE,
        10,
        r"(?<![\d+])(?P<it>(?:\+7|8|7)[ \u00a0(.-]{0,2}9\d{2}(?:[ \u00a0).-]{0,2}\d){7})(?!\d)",
    ),
    rule(
        Secret.PHONE,
        10,
        rf"(?<![\d+])(?P<it>(?:8{_S})?\(?\d{{4}}\)?{_S}\d{{2}}{_S}\d{{2}}{_S}\d{{2}})(?!\d)",
        near=OWN_LINE,
    ),
    rule(Secret.PHONE, 6, r"(?<![\d-])(?P<it>\d{2,3}[ -]\d{2}[ -]\d{2})(?![\d-])", near=OWN_LINE),
    rule(
        Secret.PHONE,
        11,
        r"(?<!\d)(?P<it>\+\d{1,3}[ (-]{0,2}\d{2,3}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2})(?!\d)",
        words="+",
    ),
    rule(Secret.PHONE, 10, r"(?<!\d)(?P<it>9\d{9})(?!\d)", near=r"\bтел\b|телеф|звон|сотов|мобил"),
    rule(Secret.SNILS, 11, rf"(?<!\d){_SNILS}", holds=checksums.snils),
    rule(
        Secret.SNILS,
        11,
        rf"(?<!\d)(?P<it>\d{{3}}(?:{GAP}\d{{3}}){{2}}{GAP}\d{{2}})(?!\d)",
        holds=checksums.snils,
    ),
    rule(Secret.SNILS, 11, digits("{10}"), near=r"снилс|пенсион|страхов|зел[её]н\w* карт"),
    rule(Secret.SNILS, 9, rf"снилс[^\d\n¤,]{{0,24}}{digits('{8,11}')}", words="снилс"),
    rule(Secret.INN, 12, r"(?<!\d)(?P<it>\d{12})(?!\d)", holds=checksums.inn),
    rule(Secret.INN, 11, digits("{10,12}"), near=r"\bинн(?:\b|у\b|ом\b)|налогоплат"),
    rule(Secret.DOCUMENT, 6, rf"(?P<it>{_SERIES})", near=r"свидет|рожд|метрик"),
    rule(Secret.DOCUMENT, 10, digits("{9}"), near=r"водител|\bправа\b"),
    rule(Secret.DOCUMENT, 6, r"(?<!\d)(?P<it>\d{2}\s?[а-я]{2}[\s,№n-]{0,3}\d{6})(?!\d)", near=r"водит|\bправ"),
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
    rule(Secret.PASSPORT, 6, r"номер\w*\W{1,3}(?P<it>\d{6})(?!\d)", near=r"паспорт", far=r"заявл|выдан|телеф"),
    rule(Secret.PASSPORT, 4, r"номер\w*\W{1,3}(?P<it>\d{6}\W{1,3}сери[яи]\W{1,3}\d{4})(?!\d)", words="сери"),
    rule(Secret.PASSPORT, 6, r"удостоверени\w*\s+личности[^\d\n]{0,9}(?P<it>\d{6,9})(?!\d)", words="личности"),
)
