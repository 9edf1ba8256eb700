"""Articles of about five hundred words in Russian and Ukrainian, made as those of ``_articles`` are.

They look to the reader like news of an agency: quotations with the speaker before, behind and between, indirect speech,
chains of two sources, agentless reports, names with titles in several cases, numbers, dates. Every place and person is
invented.
"""

import random
from collections.abc import Iterator

import attrs
from _articles import WORDS


@attrs.frozen(kw_only=True)
class Phrasebook:
    """The sentences of a language; ``frames`` by kind, with names of the lists below in braces."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    channels: tuple[str, ...]
    places: tuple[str, ...]
    days: tuple[str, ...]
    reported: tuple[str, ...]
    said: tuple[str, ...]
    facts: tuple[str, ...]
    spoken: tuple[str, ...]
    frames: tuple[str, ...]
    headline: str


RUSSIAN = Phrasebook(
    first=("Олег", "Игорь", "Денис", "Тарас", "Павел", "Андрей", "Семён", "Глеб"),
    last=("Ковальчин", "Бережной", "Лысаков", "Тымчин", "Горобцов", "Завадский", "Дрозденков", "Сиренин"),
    titles=("полковник", "генерал-майор", "губернатор", "мэр", "капитан", "глава района", "инженер", "врач"),
    bodies=(
        *("министерство обороны", "областное управление полиции", "командование восточной бригады"),
        *("агентство «Гавань»", "управление железной дороги", "ведомство по чрезвычайным ситуациям"),
    ),
    channels=("Северный фонарь", "Речная сводка", "Степной курьер", "Сигнал и дым", "Радио Калина"),
    places=("Вербовка", "Староград", "Новый Брод", "Сухой Яр", "Зеленополье", "Озёрное", "Крутой Берег"),
    days=("в понедельник", "рано утром в четверг", "2 декабря", "поздно вечером в субботу", "утром 14 марта 2024 года"),
    reported=("сообщило", "заявило", "подтвердило", "утверждало", "признало", "предупредило"),
    said=("сказал", "заявил", "написал в своём канале", "предупредил", "добавил", "пояснил", "настаивал"),
    facts=(
        "мост через канал закрыт для грузовиков",
        "две подстанции одиннадцать часов оставались без тока",
        "более 340 семей покинули левый берег с начала морозов",
        "западная дорога открыта только для колонн",
        "высота над карьером за неделю дважды перешла из рук в руки",
        "колонна примерно из двадцати машин повернула назад",
        "беспилотники ударили по зернохранилищу, насосной станции и ряду гаражей",
        "при втором ударе никто не пострадал",
        "переправа останется под огнём, пока не замолчат орудия за рекой",
        "ремонт котельной займёт по меньшей мере весь месяц",
        "обмен пленными отложили в третий раз",
        "топлива для машин скорой помощи хватит на девять дней",
        "гавань обстреляли со стороны старого кирпичного завода",
        "о прекращении огня речи не идёт",
    ),
    spoken=(
        "Мы услышали это раньше, чем увидели",
        "Никто здесь не ждёт ещё одной такой зимы",
        "Всё кончилось за минуту",
        "Нам говорят, что тихо, а здесь совсем не тихо",
        "Днём дорога наша, ночью чужая",
        "Детей мы увозили уже дважды и увезём снова, если придётся",
        "Плотину обещаниями не починишь",
        "Наши держат рубеж там же, где вчера",
        "Их цифры не сходятся с тем, что мы считаем на месте",
        "Дом брата я не видел с октября",
    ),
    frames=(
        "Бои у населённого пункта {place} идут с осени, и из 4100 жителей там осталось немного.",
        "Поезда до станции {place} снова ходят, хотя ночью подолгу стоят.",
        "Ни одно из этих сообщений проверить не удалось, а дорога между {place} и {other} закрыта для прессы.",
        "Рынок в посёлке {place} {day} открылся на два часа, как и каждую неделю.",
        "{Body} {reported} {day}, что {fact}.",
        "{Body} {reported}, что {fact} и {fact2}.",
        "По данным источника в городе {place}, {fact}.",
        "В городе {place} {fact}, {said} {title} {name}.",
        "«{spoken}», — {said} {title} {name}.",
        "«{spoken}, — {said} {name}. — {spoken2}».",
        "{Title} {name} {said}: «{spoken}».",
        "«{spoken}. {spoken2}», — {said} {name} {day}.",
        "Телеграм-канал «{channel}» со ссылкой на {body} пишет, что {fact}.",
        "Как сообщает «{channel}», {fact}.",
        "Сообщается, что {fact}.",
    ),
    headline="{place} считает потери: {body} и жители говорят разное",
)
UKRAINIAN = Phrasebook(
    first=("Олег", "Ігор", "Денис", "Тарас", "Павло", "Андрій", "Семен", "Гліб"),
    last=("Ковальчин", "Бережний", "Лисаків", "Тимчин", "Горобець", "Завадський", "Дрозденко", "Сіренко"),
    titles=("полковник", "генерал-майор", "губернатор", "мер", "капітан", "голова району", "інженер", "лікар"),
    bodies=(
        *("міністерство оборони", "обласне управління поліції", "командування східної бригади"),
        *("агентство «Гавань»", "управління залізниці", "відомство з надзвичайних ситуацій"),
    ),
    channels=("Північний ліхтар", "Річкове зведення", "Степовий кур’єр", "Сигнал і дим", "Радіо Калина"),
    places=("Вербівка", "Староград", "Новий Брід", "Сухий Яр", "Зеленопілля", "Озерне", "Крутий Берег"),
    days=("у понеділок", "рано-вранці в четвер", "2 грудня", "пізно ввечері в суботу", "уранці 14 березня 2024 року"),
    reported=("повідомило", "заявило", "підтвердило", "стверджувало", "визнало", "попередило"),
    said=("сказав", "заявив", "написав у своєму каналі", "попередив", "додав", "пояснив", "наполягав"),
    facts=(
        "міст через канал закрито для вантажівок",
        "дві підстанції одинадцять годин лишалися без струму",
        "понад 340 родин покинули лівий берег від початку морозів",
        "західна дорога відкрита лише для колон",
        "висота над кар’єром за тиждень двічі перейшла з рук у руки",
        "колона приблизно з двадцяти машин повернула назад",
        "безпілотники вдарили по зерносховищу, насосній станції та ряду гаражів",
        "під час другого удару ніхто не постраждав",
        "переправа лишиться під вогнем, доки не замовкнуть гармати за річкою",
        "ремонт котельні триватиме щонайменше весь місяць",
        "обмін полоненими відклали втретє",
        "пального для машин швидкої допомоги вистачить на дев’ять днів",
        "гавань обстріляли з боку старого цегельного заводу",
        "про припинення вогню не йдеться",
    ),
    spoken=(
        "Ми почули це раніше, ніж побачили",
        "Ніхто тут не чекає ще однієї такої зими",
        "Усе скінчилося за хвилину",
        "Нам кажуть, що тихо, а тут зовсім не тихо",
        "Удень дорога наша, уночі чужа",
        "Дітей ми вивозили вже двічі й вивеземо знову, якщо доведеться",
        "Греблю обіцянками не полагодиш",
        "Наші тримають рубіж там само, де вчора",
        "Їхні цифри не сходяться з тим, що ми рахуємо на місці",
        "Братової хати я не бачив від жовтня",
    ),
    frames=(
        "Бої біля населеного пункту {place} тривають з осені, і з 4100 мешканців там лишилося небагато.",
        "Поїзди до станції {place} знову ходять, хоча вночі довго стоять.",
        "Жодного з цих повідомлень перевірити не вдалося, а дорога між {place} і {other} закрита для преси.",
        "Ринок у селищі {place} {day} відкрився на дві години, як і щотижня.",
        "{Body} {reported} {day}, що {fact}.",
        "{Body} {reported}, що {fact} і {fact2}.",
        "За даними джерела в місті {place}, {fact}.",
        "У місті {place} {fact}, {said} {title} {name}.",
        "«{spoken}», — {said} {title} {name}.",
        "«{spoken}, — {said} {name}. — {spoken2}».",
        "{Title} {name} {said}: «{spoken}».",
        "«{spoken}. {spoken2}», — {said} {name} {day}.",
        "Телеграм-канал «{channel}» із посиланням на {body} пише, що {fact}.",
        "Як повідомляє «{channel}», {fact}.",
        "Повідомляється, що {fact}.",
    ),
    headline="{place} рахує втрати: {body} і мешканці кажуть різне",
)
PHRASEBOOKS = {"ru": RUSSIAN, "uk": UKRAINIAN}


def make_articles_in(language: str, number: int, seed: int = 1, words: int = WORDS) -> list[str]:
    """Give ``number`` articles of at least ``words`` words each, and at most a paragraph more."""
    book = PHRASEBOOKS[language]
    return [_make_article(book, random.Random(f"{seed}-{language}-{place}"), words) for place in range(number)]


def _make_article(book: Phrasebook, rng: random.Random, words: int) -> str:
    paragraphs = [_fill(book, book.headline, rng)]
    written = len(paragraphs[0].split())
    for paragraph in _paragraphs(book, rng):
        paragraphs.append(paragraph)
        written += len(paragraph.split())
        if written >= words:
            break
    return "\n\n".join(paragraphs) + "\n"


def _paragraphs(book: Phrasebook, rng: random.Random) -> Iterator[str]:
    while True:
        size = rng.choice((1, 1, 2, 2, 3, 4))
        yield " ".join(_fill(book, rng.choice(book.frames), rng) for _ in range(size))


def _fill(book: Phrasebook, frame: str, rng: random.Random) -> str:
    place, other = rng.sample(book.places, 2)
    fact, fact2 = rng.sample(book.facts, 2)
    spoken, spoken2 = rng.sample(book.spoken, 2)
    body, title = rng.choice(book.bodies), rng.choice(book.titles)
    return frame.format(
        place=place,
        other=other,
        fact=fact,
        fact2=fact2,
        spoken=spoken,
        spoken2=spoken2,
        body=body,
        Body=body[0].upper() + body[1:],
        title=title,
        Title=title[0].upper() + title[1:],
        name=f"{rng.choice(book.first)} {rng.choice(book.last)}",
        channel=rng.choice(book.channels),
        day=rng.choice(book.days),
        reported=rng.choice(book.reported),
        said=rng.choice(book.said),
    )
