"""People who bear the name of a place are sources, and no pin is put for them."""

import json

import sayso
from sayso.vocabulary import Reading


def test_a_person_named_like_a_place_is_no_place(tmp_path):
    path = tmp_path / "post.jsonl"
    sentence = "“We left,” said a teacher who asked to be called Marta."
    path.write_text(json.dumps({"id": "one", "text": sentence}), encoding="utf-8")
    (reading,) = sayso.Desk(sayso.Settings(data=tmp_path)).read([str(path)])
    assert isinstance(reading, Reading)
    assert reading.places == ()
