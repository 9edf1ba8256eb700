"""A page gives its article and what it states about itself, or one rejection; never half of it without a word."""

import time
from datetime import UTC, datetime

import pytest

import sayso.intake.html as page_format
from sayso.intake import Limits, open_reports
from sayso.vocabulary import Rejection, RejectionReason, Report

SENTENCES = (
    "The mayor said that the bridge over the river was closed for repairs until the spring of next year.",
    "A resident told the channel that the children of the village now walk an hour longer to their school.",
    "According to the council, the work goes on as planned and costs no more than was agreed in the autumn.",
)
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
HEAD = """<head><title>Bridge closed - Northern Post</title>
<meta property="og:title" content="Bridge closed">
<meta property="og:site_name" content="Northern Post">
<meta property="og:url" content="https://post.example/bridge">
<meta property="article:published_time" content="PUBLISHED"></head>"""


@pytest.fixture
def read(tmp_path):
    def read_page(page: str | bytes, **limits: int) -> Report | Rejection:
        path = tmp_path / "page.html"
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        [found] = open_reports(str(path), Limits(**limits))
        return found

    return read_page


def make_page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html>{head}<body><article>{body}</article></body></html>"


def test_paragraphs_are_parted_by_blank_lines_and_menus_left_out(read):
    page = make_page(ARTICLE).replace("<body>", "<body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>")
    assert read(page).text == "\n\n".join(SENTENCES)


def test_what_the_page_states_about_itself_is_kept(read):
    report = read(make_page(ARTICLE, HEAD.replace("PUBLISHED", "2024-12-06T09:30:00+02:00")))
    assert (report.title, report.outlet, report.url) == (
        "Bridge closed",
        "Northern Post",
        "https://post.example/bridge",
    )
    assert report.published == datetime(2024, 12, 6, 7, 30, tzinfo=UTC)
    assert report.provenance.format == "html"


def test_a_date_alone_stays_a_date(read):
    report = read(make_page(ARTICLE, HEAD.replace("PUBLISHED", "2024-12-06")))
    assert report.published_stated == "2024-12-06"
    assert report.published == datetime(2024, 12, 6, tzinfo=UTC)


def test_a_date_in_the_text_is_not_taken_for_that_of_the_page(read):
    report = read(make_page(ARTICLE + "<p>The bridge was opened on 3 March 2021, the council said.</p>"))
    assert (report.published, report.published_stated) == (None, None)


def test_a_page_that_states_nothing_gives_nothing_but_its_text(read):
    report = read(make_page(ARTICLE))
    assert (report.title, report.outlet, report.url, report.lang) == (None, None, None, None)


UKRAINIAN = "Мер міста заявив, що міст через річку закрито на ремонт до весни наступного року, і роботи тривають."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta charset="windows-1251">', "utf-16"),
        ("", "cp1251"),
        ("", "utf-8"),
        ("", "utf-16"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
    ],
)
def test_the_encoding_is_the_one_it_is_in(read, declared, encoding):
    page = declared + make_page(f"<p>{UKRAINIAN}</p>" * 2, "" if "xml" in declared else f"<head>{declared}</head>")
    report = read(page.removeprefix("" if "xml" in declared else declared).encode(encoding))
    assert UKRAINIAN in report.text
    assert report.provenance.encoding == encoding


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><body></body></html>",
        "<html><head><title>Only a title</title></head></html>",
        "<html><body><script>let words = 'many';</script></body></html>",
        "<html><body><!-- " + "<p>" * 100,
        "<html",
    ],
)
def test_a_page_without_an_article_is_rejected(read, page):
    found = read(page)
    assert (found.reason, found.detail) == (RejectionReason.NO_TEXT, "no article text found in the page")


def test_a_page_that_is_plain_text_is_read_as_such(read):
    report = read(" ".join(SENTENCES))
    assert (report.text, report.provenance.format) == (" ".join(SENTENCES), "plain")


@pytest.mark.parametrize("depth", [20, 100, 240])
def test_a_deep_page_is_read_whole(read, depth):
    assert read(make_page("<div>" * depth + ARTICLE + "</div>" * depth)).text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize("depth", [250, 260, 400, 5000])
def test_a_page_so_deep_that_the_parser_would_lose_text_is_rejected(read, depth):
    found = read(make_page(ARTICLE + "<div>" * depth + ARTICLE + "</div>" * depth))
    assert found.reason is RejectionReason.TOO_COMPLEX
    assert "deep" in found.detail


def test_scripts_and_drawings_do_not_count_as_depth(read):
    script = "<script>" + "if(i<n&&a<b){x()}" * 2000 + "</script>"
    drawing = "<svg>" + "<path d='M0 0'/>" * 1000 + "</svg>"
    assert read(make_page(script + drawing + ARTICLE)).text == "\n\n".join(SENTENCES)


@pytest.mark.parametrize("page", ["<p>word" * 31_000, "<a>" * 400_000])
def test_a_page_with_too_many_elements_is_rejected_at_once(read, page):
    began = time.process_time()
    found = read(make_page(page))
    assert found.reason is RejectionReason.TOO_COMPLEX
    assert time.process_time() - began < 5


def test_a_page_is_bounded_more_narrowly_than_a_text(read):
    assert Limits().page_bytes < Limits().file_bytes
    assert read(make_page(ARTICLE), page_bytes=100).reason is RejectionReason.TOO_LARGE


def test_what_the_parser_stumbles_over_is_rejected_by_the_name_of_the_error(read, monkeypatch):
    def stumble(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(page_format, "_find_excess", stumble)
    found = read(make_page(ARTICLE))
    assert str(found).endswith("no-text: the page cannot be parsed (RecursionError)")


def test_nothing_is_written_to_standard_error(read, capfd):
    read("<html><body><p>" + "\x01<<>>&#0;&#xD800;" * 20)
    read("<html")
    assert capfd.readouterr().err == ""


def test_no_entity_is_expanded(read):
    page = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + make_page(
        ARTICLE + "<p>&b;</p>"
    )
    assert "aaaa" not in read(page).text
