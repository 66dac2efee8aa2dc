"""Text in Markdown: wherever it is put, it is read as just that text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from grader.reporters.markup import block, inline, plain
from grader.text import clean

LINE = st.text(st.sampled_from("ab1 \\`*_{}[]()#+-.!|~^=<>&;:/@$\"'wé") | st.characters(), min_size=1, max_size=30).map(
    lambda text: clean(text).strip()
)


def read(markdown: str) -> str:
    """Give all text that a reader of Markdown sees, and make sure that it is text alone but for what we put around."""
    shown = html.document_fromstring(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown))
    assert {str(element.tag) for element in shown.iter()} <= {
        *("html", "body", "p", "ul", "li", "code", "pre", "h3"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    return "".join(map(str, shown.itertext()))


def words(text: str) -> list[str]:
    """Give a text without its spaces, of which Markdown keeps no count."""
    return text.split()


@given(LINE)
@example("1. a")
@example("12) a")
@example("- a")
@example("+ a")
@example("=")
@example("---")
@example("# a")
@example("> a")
@example("| a | b |")
@example("a | b")
@example("<b>&amp;")
@example("`a`")
@example("![a](b)")
@example("~~a~~")
@example("\\")
@settings(deadline=None)
def test_a_text_stays_a_text(text: str) -> None:
    """It does at the beginning of a paragraph, under one, in a heading, in a list and in a table."""
    for before, after in (("", ""), ("a\n", ""), ("### ", ""), ("- ", ""), ("| a | b |\n|---|---|\n| c | ", " |")):
        around = read(f"{before}x{after}").replace("x", text, 1) if text else ""
        if text:
            assert words(read(f"{before}{plain(text)}{after}")) == words(around)


@given(LINE)
@example("`a` | `b`")
@example("``a``")
@example("`` ` ``")
@example("a`b")
@settings(deadline=None)
def test_a_sentence_keeps_its_words(text: str) -> None:
    """What is set as code stands without its backticks; nothing else is lost, and nothing is added."""
    if text:
        assert words(read(inline(text)).replace("`", "")) == words(text.replace("`", ""))


@pytest.mark.parametrize("text", ["https://example.org", "HTTP://a", "www.example.org", "WWW.a", "ftp://a"])
def test_an_address_is_no_link(text: str) -> None:
    """Readers make links of what looks like an address; here it does not, until it is read."""
    assert not re.search(r"://|www\.", plain(text), re.IGNORECASE)
    assert words(read(plain(text))) == [text]


@pytest.mark.parametrize("line", ["```", "~~~", "````` a", "</pre>", "    a"])
def test_no_line_ends_a_block_of_code(line: str) -> None:
    """The fence is longer than any that is in the lines."""
    assert read(f"{block([line, 'b'])}\n\nc") == f"{line}\nb\n\nc\n"
