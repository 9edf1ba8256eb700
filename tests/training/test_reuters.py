"""Which stories of the wire are taken, and how their lines are joined."""

from attribution.reuters import SHORTEST, read_reuters

LINE = "The harbour was open again, the port office said on Monday,\nand ships had been let in.\n    "


def write(folder, body: str) -> None:
    text = f'<REUTERS NEWID="7"><BODY>{body} Reuter\n&#3;</BODY></REUTERS>'
    (folder / "reut2-000.sgm").write_text(text, encoding="latin-1")


def test_lines_are_joined_and_paragraphs_parted(tmp_path):
    write(tmp_path, LINE * 20 + "It cost &lt;little>.")
    (story,) = read_reuters(tmp_path)
    assert story["id"] == "reuters/7"
    assert story["text"].startswith(
        "The harbour was open again, the port office said on Monday, and ships had been let in.\n\n"
    )
    assert story["text"].endswith("It cost <little>.")


def test_short_stories_and_tables_are_left_out(tmp_path):
    write(tmp_path, LINE)
    assert not list(read_reuters(tmp_path))
    write(tmp_path, LINE * 20 + "Shr     10 cts  vs    12 cts\nNet     20 mln  vs    30 mln\n" * 4)
    assert not list(read_reuters(tmp_path))
    assert len(LINE) < SHORTEST
