"""A language of a few words, made in the test: Polish, which ships with no folder. All rows are constructed.

It lies beside the languages that ship, in a folder of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.knowledge import dates, folders, identity, language, placewords, toponymy

FILES = {
    "identity.toml": """
alphabet = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
words = ["a", "ale", "do", "i", "jest", "na", "nie", "od", "po", "się", "są", "to", "w", "według", "z", "że"]
foreign_words = ["a", "the", "of", "and", "is", "was"]
parts = ["-ość", "-ego", "-cz-", "-sz-"]
foreign_parts = []
""",
    "language.toml": """
code = "pl"
name = "Polish"
common_words = ["a", "i", "na", "w", "z", "że"]
openers = ["że"]
infinitives = ["żeby"]
perfects = []
joiners = ["i", "ale", "a"]
attachers = []
auxiliaries = ["jest", "są", "był", "była", "być"]
relatives = ["który", "która", "które"]
askers = ["p"]
answerers = ["o"]
kin = ["syn", "córka"]
""",
    "cues.tsv": """lemma	forms	act	stance	example
powiedzieć	powiedział powiedziała	speech	asserts	Burmistrz *powiedział*, że most stoi.
zaprzeczyć	zaprzeczył zaprzeczyła	speech	denies	Burmistrz *zaprzeczył*.
""",
    "phrases.tsv": "words	act	stance	example\nwedług	speech	asserts	*Według* burmistrza most stoi.\n",
    "hedges.tsv": "words	reach	example\nrzekomo	sentence	Most *rzekomo* stoi.\n",
    "modals.tsv": "words	stance	over	quoted	firm	example\n?	asks	asserts opines	any	no	„Gdzie jest most*?*”\n",
    "moods.tsv": "words	mood	example\nnie	negated	Most *nie* stoi.\n",
    "relays.tsv": "words	relay	example\nA, cytując B	cites	Radio*, cytując* burmistrza, podało to.\n",
    "roles.tsv": """noun	plural	kind	role	example
burmistrz|burmistrza	burmistrzowie	person	government	*Burmistrz* powiedział.
lekarz|lekarka	lekarze	person	civilian	*Lekarka* powiedziała.
""",
    "titles.tsv": "title	role	example\npułkownik	military	*pułkownik* Wrona\n",
    "agentless.tsv": "words	hedged	example\npodano, że	no	*Podano, że* most stoi.\n",
    "narrations.tsv": "words	example\npoinformował o	Burmistrz *poinformował o* moście.\n",
    "nestings.tsv": "words	teller	example\npowiedział mu	before	Burmistrz *powiedział mu*, że most stoi.\n",
    "basis.tsv": "words	basis	example\nwidziałem	saw	„*Widziałem* most”.\n",
    "remarks.tsv": "words	remark	example\nodmówił komentarza	declined_to_comment	Burmistrz *odmówił komentarza*.\n",
    "sign_offs.tsv": "words	beside	example\nsubskrybuj	anything	*Subskrybuj* nasz kanał.\n",
    "pronouns.tsv": "word	number	gender	person	example\non	singular	masculine	3	*On* powiedział.\n",
    "abbreviations.txt": "ul.~\nprof.~\n",
    "apostrophes.txt": "",
    "determiners.tsv": "words	reference	number	example\nten	definite	any	*Ten* most stoi.\n",
    "genders.tsv": "words	gender	of	example\npan	masculine	word	*Pan* powiedział.\n",
    "marks.tsv": "words	mark	example\npseudonim	pseudonym	strzelec, *pseudonim* Wydra\n",
    "offices.tsv": "words	code	example\nsejm	PL	*sejm*\n",
    "standpoints.tsv": "words	code	example\nbanderowcy	RU	*banderowcy*\n",
    "ties.tsv": "words	tie	example\njeniec	prisoner	*jeniec* powiedział.\n",
    "nations.tsv": "code	within	names	adjectives	people	seats	example\nPL	-	Polska	polski	Polacy	Warszawa	*Polska*\n",
    "areas.tsv": "name	code	example\nSosna	PL	Burmistrz *Sosna* mówi.\n",
    "defacto.tsv": "words	code	example\nmarionetkowy	PL	*marionetkowy*\n",
    "relations.tsv": "words	relation	example\nz	other	burmistrz *z* Sosny\n",
}


def write_tiny_language(folder: Path) -> Path:
    """Write the folder of the language and give it back."""
    folder.mkdir(parents=True)
    for name, stored in FILES.items():
        (folder / name).write_text(stored, encoding="utf-8")
    return folder


@contextmanager
def known_beside_shipped(tmp_path: Path) -> Iterator[None]:
    """Let the language be known beside those that ship, as if its folder lay among theirs."""
    root = tmp_path / "languages"
    write_tiny_language(root / "pl")
    for shipped in folders.LANGUAGES.iterdir():
        if shipped.is_dir():
            (root / shipped.name).symlink_to(str(shipped), target_is_directory=True)
    lists = (
        *(identity.identified_languages, language.list_readable),
        *(placewords.list_place_words, dates.list_dates, toponymy.list_toponymies),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folders, "LANGUAGES", root)
        for one in lists:
            one.cache_clear()
        yield
    for one in lists:
        one.cache_clear()
