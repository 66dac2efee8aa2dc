"""The page for one submission, in a browser and by itself: readable without scripts, in light and dark, on paper."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from sample_report import REPORT

from grader.reporters import REPORTERS
from grader.reporters.style import CSS, DARK, LIGHT

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text."""
PNG, PDF = b"\x89PNG\r\n", b"%PDF-"


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, as WCAG reckons it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(colours: dict[str, str]) -> None:
    """All colours of text have enough contrast on the page and in code; black on white has 21."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    texts = set(colours) - {"paper", "raised", "line"}
    found = {
        (text, ground): contrast(colours[text], colours[ground]) for text in texts for ground in ("paper", "raised")
    }
    assert min(found.values()) >= READABLE, found


def test_every_colour_is_one_of_them() -> None:
    """The rules use the colours by name, so that none is right in one light only; both sets have the same names."""
    rules = re.sub(r"--\w+: #[0-9a-f]{6};", "", CSS)
    assert "#" not in rules
    assert set(re.findall(r"var\(--(\w+)\)", rules)) == set(LIGHT)
    assert set(LIGHT) == set(DARK)


def test_nothing_comes_from_elsewhere() -> None:
    """No rule loads anything, and the page's own policy forbids it, scripts included."""
    assert not re.search(r"url\(|@import|@font-face", CSS)
    page = html.document_fromstring(REPORTERS["html"](REPORT))
    (policy,) = (meta for meta in page.iter("meta") if meta.get("http-equiv"))
    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'"


def test_no_class_is_without_a_rule() -> None:
    """A class that the page uses is one that the rules know, but for those of parts that need none."""
    page = html.document_fromstring(REPORTERS["html"](REPORT))
    used = {str(element.get("class")) for element in page.iter() if element.get("class")}
    assert used - set(re.findall(r"\.([a-z_]+)", CSS)) <= {"exercise", "status"}


@pytest.fixture(scope="module")
def browser() -> str:
    """Find a browser."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or pytest.skip("no Chromium is installed, so the page cannot be opened")


def opened(browser: str, page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Open a page in a browser that nobody sees, with a profile of its own, and give what it printed."""
    environment = {**os.environ, "HOME": str(page.parent), "XDG_CONFIG_HOME": str(page.parent)}
    command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--no-first-run"]
    profile = f"--user-data-dir={page.parent / 'profile'}"
    return subprocess.run(
        [*command, profile, *options, page.as_uri()],
        cwd=page.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def test_a_browser_shows_the_page(browser: str, tmp_path: Path) -> None:
    """It finds nothing to complain of, keeps every element as it is written, and can show and print the page."""
    page = tmp_path / "page.html"
    text = REPORTERS["html"](REPORT)
    page.write_text(text, encoding="utf-8")
    done = opened(browser, page, "--dump-dom")
    assert done.returncode == 0
    assert "CONSOLE" not in done.stderr
    written, shown = (html.document_fromstring(each) for each in (text, done.stdout))
    assert [str(element.tag) for element in shown.iter()] == [str(element.tag) for element in written.iter()]
    assert "".join(map(str, shown.itertext())).split() == "".join(map(str, written.itertext())).split()


def test_the_page_can_be_seen_and_printed(browser: str, tmp_path: Path) -> None:
    """It looks different where the system is dark, and can be printed."""
    page = tmp_path / "page.html"
    page.write_text(REPORTERS["html"](REPORT), encoding="utf-8")
    pictures = []
    for scheme in ("0", "1"):  # dark, light
        done = opened(browser, page, "--screenshot=page.png", f"--blink-settings=preferredColorScheme={scheme}")
        assert done.returncode == 0
        pictures.append((tmp_path / "page.png").read_bytes())
    assert all(picture.startswith(PNG) for picture in pictures)
    assert pictures[0] != pictures[1]
    printed = opened(browser, page, "--print-to-pdf=page.pdf")
    assert printed.returncode == 0
    assert (tmp_path / "page.pdf").read_bytes().startswith(PDF)


def test_a_browser_tells_of_a_script(browser: str, tmp_path: Path) -> None:
    """The test above would notice: a script in the page is not run, and is complained of."""
    page = tmp_path / "page.html"
    script = "<script>document.title = 'changed'</script></body>"
    page.write_text(REPORTERS["html"](REPORT).replace("</body>", script), encoding="utf-8")
    done = opened(browser, page, "--dump-dom")
    assert "<title>jwt-grader: 4 of 13 points</title>" in done.stdout
    assert "CONSOLE" in done.stderr
