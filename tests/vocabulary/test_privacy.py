"""Private persons are withheld: their names wherever they stand, and what is said of them; all else stays as it is."""

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.vocabulary import (
    Claim,
    ClaimKind,
    Event,
    EventType,
    Flag,
    FlagKind,
    Link,
    LinkKind,
    Naming,
    Participant,
    Place,
    Provenance,
    ReaderVersion,
    Reading,
    Reason,
    Report,
    Role,
    Span,
    Stance,
    is_withheld,
    withhold_private,
)
from tests.vocabulary.readings import fill_duration, fill_time

BLOCK = "\N{FULL BLOCK}"


def find(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def source(text, name, mention=None, **known):
    plain = {"kind": LinkKind.PERSON, "naming": Naming.NAMED, "role": Role.CIVILIAN, "side": "unknown"}
    return Link(mention=find(text, mention or name), name=name, **(plain | known))


def read(text, *chain, flags=(), **of_report):
    """Give a reading with a claim for each source, all over the first word."""
    claims = tuple(
        Claim(
            id=f"c-{place}",
            content=(Span(start=0, end=1),),
            cue=(),
            kind=ClaimKind.INDIRECT,
            chain=(link,),
            stance=Stance.UNKNOWN,
            flags=tuple(flags),
        )
        for place, link in enumerate(chain)
    )
    provenance = Provenance(where="a.txt", format="plain", sha256="0" * 64)
    return Reading(
        report=Report(id="r-1", text=text, provenance=provenance, **of_report),
        lang="en",
        reader=ReaderVersion(sayso="0.1.0", pack="en-1", language="en"),
        claims=claims,
    )


def hidden(text, name, *others, **known):
    """Give what the text becomes where the person of that name is private."""
    whole = read(text, source(text, name, mention=known.pop("mention", None), private=True, **known), *others)
    return withhold_private(whole).report.text.replace(BLOCK, "_")


def test_a_reading_without_private_persons_is_given_back_as_it_is():
    whole = read("Ada Quill said it.", source("Ada Quill said it.", "Ada Quill"))
    assert withhold_private(whole) is whole


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ada Quill said so. Quill’s car, Ada's dog.", "Ada Quill", "___ _____ said so. _____’s car, ___'s dog."),
        ("The Quills left; Ada\nQuill stayed.", "Ada Quill", "The ______ left; ___\n_____ stayed."),
        ("ADA QUILL SPEAKS. “Ada,” she said.", "Ada Quill", "___ _____ SPEAKS. “___,” she said."),
        ("Ada-Lou Quill, or A. Quill, said it.", "Ada-Lou Quill", "___-___ _____, or A. _____, said it."),
        ("Will May will come; it may rain.", "Will May", "____ ___ ____ come; it may rain."),
        ("will may, willmay, @will, t.me/willmay_2 or will@x.example", "Will May", "____ ___, _______, @____, t.me/________2 or ____@x.example"),
        ("Bo de la Mar and Jo de la Sol said it.", "Bo de la Mar", "__ __ __ ___ and Jo de la Sol said it."),
        ("J. Quill said that J. left. A J. alone.", "J. Quill", "_. _____ said that J. left. A J. alone."),
        ("Witness 3 said 3 shells fell.", "Witness 3", "_______ _ said 3 shells fell."),
        ("Quill\u200b and Qu\xadill said it.", "Quill", "______ and ______ said it."),
        ("nightowl posted. Nightowl again.", "nightowl", "________ posted. ________ again."),
        ("M said it. M again, but not Me.", "M", "_ said it. _ again, but not Me."),
        ("\U0001f338\U0001f338 posted it. \U0001f338", "\U0001f338\U0001f338", "__ posted it. \U0001f338"),
        ("*** posted. ** again, *** twice.", "***", "___ posted. ** again, ___ twice."),
        ("Quill \u200b said it.", "Quill", "_____ \u200b said it."),
        ("Quillon and Adair came, not Adam.", "Quill Adam", "Quillon and Adair came, not ____."),
    ],
)  # fmt: skip
def test_every_word_of_a_name_is_withheld_and_no_other(text, name, expected):
    assert hidden(text, name, mention=text[:1]) == expected


def test_of_a_place_in_a_name_nothing_is_left_but_its_characters():
    text = "Ada Sosnova left Vilne."
    town, name = find(text, "Vilne"), find(text, "Sosnova")
    places = (
        Place(start=name.start, end=name.end, name="Sosnova", lat=50.0, lon=30.0, geonameid=1),
        Place(start=town.start, end=town.end, name="Vilne", lat=48.0, lon=37.0, geonameid=2),
    )
    whole = attrs.evolve(read(text, source(text, "Ada Sosnova", private=True)), places=places)
    withheld, kept = withhold_private(whole).places
    assert withheld == Place(start=name.start, end=name.end, name="[withheld]", resolved=False)
    assert kept == places[1]


def test_of_a_time_that_tells_an_age_nothing_is_left_but_its_characters():
    text = "Ada Quill, 34 years old, born 2 May 1990, said it rained on 3 May for two hours."
    told = Flag(kind=FlagKind.PRIVATE_PERSON, spans=(find(text, "34 years old, born 2 May 1990"),), why="her age")
    age, born = find(text, "34 years"), find(text, "2 May 1990")
    day, hours = find(text, "3 May"), find(text, "two hours")
    reading = attrs.evolve(
        read(text, source(text, "Ada Quill", private=True), flags=(told,)),
        times=(
            attrs.evolve(fill_time(), start=born.start, end=born.end, of=age),
            attrs.evolve(fill_time(), start=day.start, end=day.end),
        ),
        durations=tuple(attrs.evolve(fill_duration(), start=one.start, end=one.end) for one in (age, hours)),
    )
    withheld = withhold_private(reading)
    time, length = withheld.times[0], withheld.durations[0]
    assert (time.span, time.value, time.timex3.value) == (born, "XXXX-XX-XX", "XXXX-XX-XX")
    assert (length.span, length.timex3.value) == (age, "PXX")
    assert (withheld.times[1], withheld.durations[1]) == (reading.times[1], reading.durations[1])


def test_names_in_scripts_that_do_not_part_words_are_found_within_them():
    shown = hidden("据王芳说，她看见了。", "王芳")
    assert "王芳" not in shown
    assert shown.endswith("，她看见了。")


def test_a_name_with_another_ending_is_the_same_name():
    assert hidden("Оксану Лугову бачили. Мариуполь. Луг.", "Оксана Лугова", mention="Оксану Лугову") == (
        "______ ______ бачили. Мариуполь. Луг."
    )


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Лев Орлик", "У Льва была лодка во Львове.", "У ____ была лодка во Львове."),
        ("Яна Орлик", "Видели Яну и Олега.", "Видели ___ и Олега."),
        ("Оля Орлик", "Олег видел Олю.", "Олег видел ___."),
        ("Пётр Орлик", "О Петре молчат.", "О _____ молчат."),
        ("Сидір Орлик", "Бачили Сидора в Сумах.", "Бачили ______ в Сумах."),
        ("Роман Орлик", "Роману пишут в Ромны.", "______ пишут в Ромны."),
    ],
)
def test_short_names_and_those_that_lose_a_vowel_are_found_in_other_forms(name, text, expected):
    assert hidden(f"{name}. {text}", name).endswith(expected)


def test_an_ascii_name_has_no_endings():
    assert hidden("Anna said that Annan and Annapolis agree.", "Anna") == "____ said that Annan and Annapolis agree."


PUBLIC = "Maria Vetch wept. Minister Igor Vetch said so. Vetch denied it; Vetch cried."


def test_a_shared_surname_is_left_where_it_stands_for_the_public_person():
    igor = source(PUBLIC, "Igor Vetch", role=Role.GOVERNMENT)
    denied = attrs.evolve(igor, mention=Span(start=PUBLIC.index("Vetch denied"), end=PUBLIC.index(" denied")))
    assert hidden(PUBLIC, "Maria Vetch", igor, denied) == (
        "_____ _____ wept. Minister Igor Vetch said so. Vetch denied it; _____ cried."
    )


def test_a_mention_of_the_private_person_decides_over_all_else():
    text = "Igor Vetch spoke. Vetch wept."
    wept = Span(start=18, end=23)
    igor = (source(text, "Igor Vetch"), attrs.evolve(source(text, "Igor Vetch"), mention=wept))
    maria = source(text, "Maria Vetch", mention="Vetch wept", private=True)
    shown = withhold_private(read(text, *igor, maria)).report.text
    assert shown == f"Igor Vetch spoke. {BLOCK * 5} wept."


def test_the_public_name_itself_stays_whole():
    igor = source(PUBLIC, "Igor Vetch")
    shown = withhold_private(read(PUBLIC, source(PUBLIC, "Maria Vetch", private=True), igor))
    assert [link.name for claim in shown.claims for link in claim.chain] == ["[name withheld]", "Igor Vetch"]


def test_where_nothing_tells_two_of_a_name_apart_it_is_withheld():
    assert hidden(PUBLIC, "Maria Vetch").count("_____") == 5


def test_a_name_beside_another_word_of_the_private_name_is_private():
    text = "Igor Vetch met Maria. Igor Maria Vetch."
    assert hidden(text, "Maria Vetch", source(text, "Igor Vetch"), mention="Maria") == (
        "Igor Vetch met _____. Igor _____ _____."
    )


def test_the_same_name_written_longer_is_not_another_person():
    text = "Maria Vetch wept. Maria Anna Vetch said so."
    assert "Vetch" not in hidden(text, "Maria Vetch", source(text, "Maria Anna Vetch"))


def test_one_who_is_described_by_a_private_name_is_not_public_by_it():
    text = "Maria Vetch and Maria Vetch’s brother wept."
    brother = source(text, "Maria Vetch’s brother", naming=Naming.UNNAMED)
    shown = withhold_private(read(text, source(text, "Maria Vetch", private=True), brother))
    assert shown.claims[1].chain[0].name == f"{BLOCK * 5} {BLOCK * 5}’s brother"


def test_an_exact_public_name_in_another_ending_of_the_private_one_stays():
    text = "Лугов сказал. Оксана Лугова плакала. Лугову видели."
    igor = source(text, "Игорь Лугов", mention="Лугов сказал")
    assert hidden(text, "Оксана Лугова", igor) == "Лугов сказал. ______ ______ плакала. ______ видели."


SAID = "Ada Quill, 52, a mother of three, said the well is dry. A baker saw it too."


def person(*, flags=True, **of_report):
    flag = Flag(
        kind=FlagKind.PRIVATE_PERSON,
        spans=(find(SAID, "52"), find(SAID, "mother of three")),
        why="Ada Quill, a mother of three, is a witness",
    )
    other = Flag(kind=FlagKind.ATTRIBUTION_DROPPED, spans=(find(SAID, "the well"),), why="Quill said it first")
    ada = source(SAID, "Ada Quill", private=True, reasons=(Reason(rule="title of Quill", score=1),))
    return read(SAID, ada, flags=(flag, other) if flags else (), **of_report)


def test_age_and_family_are_withheld_where_the_flag_says_they_stand():
    shown = withhold_private(person())
    assert shown.report.text.replace(BLOCK, "_") == (
        "___ _____, __, a _______________, said the well is dry. A baker saw it too."
    )


def test_flags_and_rules_repeat_no_name_and_no_family():
    claim = withhold_private(person()).claims[0]
    assert claim.flags[0].why == f"{BLOCK * 3} {BLOCK * 5}, a [withheld], is a witness"
    assert claim.flags[1].why == f"{BLOCK * 5} said it first"
    assert claim.chain[0].reasons[0].rule == f"title of {BLOCK * 5}"


def test_title_and_outlet_are_withheld_and_an_address_with_the_name_is_dropped():
    shown = withhold_private(
        person(title="Quill speaks", outlet="Quill Gazette", url="https://x.example/the-%51uill-case")
    ).report
    assert (shown.title, shown.outlet, shown.url) == (f"{BLOCK * 5} speaks", f"{BLOCK * 5} Gazette", None)
    other = withhold_private(person(title="The well", outlet="Post", url="https://x.example/well")).report
    assert (other.title, other.outlet, other.url) == ("The well", "Post", "https://x.example/well")
    assert withhold_private(person(url="https://x.example/adaquill1")).report.url is None


def test_the_link_keeps_all_but_its_name():
    whole = person(flags=False)
    before, after = whole.claims[0].chain[0], withhold_private(whole).claims[0].chain[0]
    assert attrs.evolve(after, name=before.name, reasons=before.reasons) == before
    assert not is_withheld(before)
    assert is_withheld(after)


def test_two_private_persons_stay_two():
    text = "Ada Quill and Bo Vetch wept."
    links = [source(text, name, private=True) for name in ("Ada Quill", "Bo Vetch", "Ada Quill")]
    names = [claim.chain[0].name for claim in withhold_private(read(text, *links)).claims]
    assert names == ["[name withheld 1]", "[name withheld 2]", "[name withheld 1]"]


@pytest.mark.parametrize("naming", [Naming.UNNAMED, Naming.UNKNOWN])
def test_one_who_is_only_described_keeps_the_description_but_for_age_and_family(naming):
    text = "a mother of three said so. The mother left."
    flag = Flag(kind=FlagKind.PRIVATE_PERSON, spans=(find(text, "mother of three"),), why="a witness")
    shown = withhold_private(read(text, source(text, "a mother of three", naming=naming, private=True), flags=(flag,)))
    assert shown.report.text == f"a {BLOCK * 15} said so. The mother left."
    assert shown.claims[0].chain[0].name == "a [withheld]"
    assert withhold_private(shown) == shown


def test_a_pronoun_that_a_flag_points_at_stays():
    text = "Ada Quill wept. She said so."
    she = source(text, "Ada Quill", mention="She", private=True)
    flag = Flag(kind=FlagKind.PRIVATE_PERSON, spans=(she.mention,), why="a witness")
    assert withhold_private(read(text, she, flags=(flag,))).report.text == f"{BLOCK * 3} {BLOCK * 5} wept. She said so."


NAMES = st.lists(
    st.sampled_from(["Ada", "Quill", "Will", "May", "de", "J", "Оксана", "Лугова", "O’Dell", "王芳", "nightowl"]),
    min_size=1,
    max_size=3,
).map(" ".join)
PIECES = st.lists(
    st.sampled_from(["Ada", "Quill’s", "QUILL", "Will", "May", "Лугову", "王芳说", "said", "\n", "de", "J.", "\U0001f338", ","])
    | st.text(max_size=6),
    max_size=12,
)  # fmt: skip


@st.composite
def readings_of_private_persons(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=3))
    text = " ".join([*draw(PIECES), *names, *draw(PIECES)])
    links = [source(text, name, private=draw(st.booleans()), naming=draw(st.sampled_from(Naming))) for name in names]
    start = draw(st.integers(0, len(text) - 1))
    spans = (Span(start=start, end=draw(st.integers(start + 1, len(text)))),)
    flag = Flag(kind=FlagKind.PRIVATE_PERSON, spans=spans, why=" ".join(names))
    return read(text, *links, flags=draw(st.sampled_from([(), (flag,)])), title=draw(st.sampled_from([None, text])))


@settings(max_examples=200, deadline=None)
@given(readings_of_private_persons())
def test_what_is_withheld_is_in_no_part_of_the_reading_and_nothing_moves(reading):
    shown = withhold_private(reading)
    assert withhold_private(shown) == shown
    assert shown.report.id == reading.report.id
    assert list(shown.spans()) == list(reading.spans())
    assert [claim.id for claim in shown.claims] == [claim.id for claim in reading.claims]
    pairs = list(zip(reading.report.text, shown.report.text, strict=True))
    assert all(after in (before, BLOCK) for before, after in pairs)
    told = [shown.report.text, shown.report.title or "", *(link.name for link in links_of(shown))]
    told += [flag.why for claim in shown.claims for flag in claim.flags]
    public = {word for link in links_of(reading) if not link.private for word in link.name.split()}
    for link in links_of(reading):
        if link.private and link.naming in {Naming.NAMED, Naming.PSEUDONYMOUS} and not public & set(link.name.split()):
            assert not [words for words in told if re.search(rf"(?<!\w){re.escape(link.name)}(?!\w)", words)]


def links_of(reading):
    return [link for claim in reading.claims for link in claim.chain]


def test_a_private_person_to_whom_something_is_done_is_withheld_and_the_event_stays():
    text = "Oksana Lis said shells wounded Oksana Lis and the mayor."
    [*_, again] = [Span(start=one.start(), end=one.end()) for one in re.finditer("Oksana Lis", text)]
    mayor = Participant(span=find(text, "the mayor"), name="mayor")
    told = Event(type=EventType.CASUALTIES, actor=mayor, target=Participant(span=again, name="Oksana Lis"))
    reading = read(text, source(text, "Oksana Lis", private=True))
    reading = attrs.evolve(reading, claims=(attrs.evolve(reading.claims[0], events=(told,)),))
    [event] = withhold_private(reading).claims[0].events
    assert event.actor == mayor
    assert "Lis" not in event.target.name
    assert event.target.span == again


def test_kin_that_a_flag_names_are_withheld_in_all_forms_and_places_are_not():
    text = "Анна Ковинько, мать Петра из Соснова, видела пожар. О Петре и Соснове она молчит."
    flag = Flag(
        kind=FlagKind.PRIVATE_PERSON,
        spans=(find(text, "мать Петра"), find(text, "Петра"), find(text, "Соснова")),
        why="private",
    )
    reading = attrs.evolve(
        read(text, source(text, "Анна Ковинько"), flags=(flag,)),
        places=(Place(start=text.index("Соснова"), end=text.index("Соснова") + 7, name="Sosnove"),),
    )
    hidden = withhold_private(reading).report.text
    assert "Петр" not in hidden
    assert "Соснове" in hidden


def test_a_name_with_accents_is_withheld_in_words_that_have_none():
    whole = read("René Quill said it.", source("René Quill said it.", "René Quill", private=True))
    marked = attrs.evolve(whole, report=attrs.evolve(whole.report, title="Rene speaks", outlet="Rene Daily"))
    shown = withhold_private(marked).report
    assert (shown.title, shown.outlet) == (f"{BLOCK * 4} speaks", f"{BLOCK * 4} Daily")


def test_words_in_ascii_tell_no_name_that_has_none_of_its_letters():
    whole = read("Яна Орлик said it.", source("Яна Орлик said it.", "Яна Орлик", private=True))
    shown = withhold_private(attrs.evolve(whole, report=attrs.evolve(whole.report, title="Yana says", outlet="Яну")))
    assert (shown.report.title, shown.report.outlet) == ("Yana says", BLOCK * 3)
