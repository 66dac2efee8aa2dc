"""Archives as students, browsers and platforms make them: what is in them is graded, or refused in a sentence."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import stat
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support import SLUGS

from grader import submission
from grader.container import MAX_ARCHIVE_BYTES
from grader.errors import UsageError
from grader.submission import Submission

PROGRAM = b"\xef\xbb\xbfx = 1\r\n"
ANSWERS = b"\xef\xbb\xbfutc_expiry: A\r\npurpose: D\r\n"
FILES = {"utc_expiry.py": PROGRAM, "answers.yaml": ANSWERS}
EXPECTED = Submission({"utc_expiry.py": PROGRAM}, {"purpose": "D", "utc_expiry": "A"})
UNREADABLE = "{0} is no zip or tar archive that can be read: give a folder or one of these."

Make = Callable[[Path, Mapping[str, bytes]], Path]


def zipped(path: Path, files: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    """Make a zip."""
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return path


def tarred(path: Path, files: Mapping[str, bytes], how: str = "") -> Path:
    """Make a tar."""
    with tarfile.open(path, f"w:{how}") as archive:  # type: ignore[call-overload] # one of four literals
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


def read(path: Path) -> Submission:
    """Read an archive as the grader does."""
    return submission.read(path, SLUGS)


def sentences(path: Path) -> list[str]:
    """Give what is said of an archive or of files in it that cannot be read."""
    try:
        return list(read(path).problems.values())
    except UsageError as error:
        return [str(error)]


MAKERS: dict[str, Make] = {
    "zip": zipped,
    "stored": lambda path, files: zipped(path, files, zipfile.ZIP_STORED),
    "tar": tarred,
    "tar.gz": lambda path, files: tarred(path, files, "gz"),
    "tar.bz2": lambda path, files: tarred(path, files, "bz2"),
    "tar.xz": lambda path, files: tarred(path, files, "xz"),
}
every_kind = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)

LAYOUTS = {
    "at the top": "{}",
    "with a dot": "./{}",
    "one folder deeper": "my answers é/{}",
    "two folders deeper": "Jane Doe_123_assignsubmission_file/work/{}",
    "of Windows": "work\\{}",
}
BESIDE = {
    "__MACOSX/._utc_expiry.py": b"\0",
    "__MACOSX/work/._answers.yaml": b"\0",
    ".DS_Store": b"\0",
    "Thumbs.db": b"\0",
    ".git/config": b"",
    ".jwt-grader/progress.json": b"{}",
}


@every_kind
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("beside", [{}, BESIDE], ids=["alone", "beside what systems keep"])
def test_an_archive_is_read_however_it_was_made(
    tmp_path: Path, make: Make, layout: str, beside: Mapping[str, bytes]
) -> None:
    """Folders around the files, and what systems put beside them, are no obstacle; bytes stay as they are."""
    entries = {**{layout.format(name): content for name, content in FILES.items()}, **beside}
    assert read(make(tmp_path / "handed in", entries)) == EXPECTED


def test_files_beside_the_folder_are_the_submission(tmp_path: Path) -> None:
    """A folder of helpers beside the files is not taken for the one that holds the answers."""
    made = zipped(tmp_path / "a.zip", FILES | {"helpers/utc_expiry.py": b"wrong", "helpers/purpose.py": b"wrong"})
    assert read(made) == EXPECTED


@pytest.mark.parametrize(
    "name",
    [
        "utc_expiry (1).py",
        "utc_expiry(12).py",
        "utc_expiry-1.py",
        "utc_expiry - Copy.py",
        "utc_expiry copy.py",
        "UTC_Expiry.py",
        "utc_expiry.py.txt",
        "doejane_12345_678901_utc_expiry.py",
        "doejane_LATE_12345_678901_utc_expiry-2.py",
        "Jane Doe_4711_assignsubmission_file_utc_expiry.py",
    ],
)
def test_a_renamed_file_is_taken_and_told(tmp_path: Path, name: str) -> None:
    """What a browser or a platform made of a name costs nothing, and the student learns of it."""
    for path in (zipped(tmp_path / "a.zip", {name: PROGRAM, "Answers.yml": ANSWERS}), tmp_path / "folder"):
        if path.name == "folder":
            path.mkdir()
            (path / name).write_bytes(PROGRAM)
            (path / "Answers.yml").write_bytes(ANSWERS)
        notes = ("`Answers.yml` was taken as `answers.yaml`.", f"`{name}` was taken as `utc_expiry.py`.")
        assert read(path) == Submission(EXPECTED.files, EXPECTED.answers, notes=notes)


def test_a_file_of_the_right_name_is_the_one_that_counts(tmp_path: Path) -> None:
    """Copies beside it are passed over in silence."""
    made = zipped(tmp_path / "a.zip", FILES | {"utc_expiry (1).py": b"wrong", "utc_expiry-1.py": b"wrong"})
    assert read(made) == EXPECTED


def test_among_several_renamed_files_none_is_chosen(tmp_path: Path) -> None:
    """Where it would be a guess which file counts, the student is asked to say so."""
    made = zipped(tmp_path / "a.zip", {"utc_expiry (1).py": b"", "utc_expiry (2).py": PROGRAM})
    told = (
        "There is no utc_expiry.py, but `utc_expiry (1).py` and `utc_expiry (2).py`: "
        "name the one that counts `utc_expiry.py`."
    )
    assert read(made) == Submission({}, {}, {"utc_expiry.py": told})


@pytest.mark.parametrize("name", ["my_utc_expiry.py", "utc_expiry2.py", "utc_expiry.pyc", "utc-expiry.py"])
def test_a_file_of_another_name_is_not_taken(tmp_path: Path, name: str) -> None:
    """Only names that systems are known to make are undone: nothing is guessed."""
    assert read(zipped(tmp_path / "a.zip", {name: PROGRAM})) == Submission({}, {})


@pytest.mark.parametrize("name", ["../utc_expiry.py", "/utc_expiry.py", "a/../../x.py", "C:\\x.py", "..\\x.py"])
@pytest.mark.parametrize("make", [zipped, tarred])
def test_an_entry_that_leads_out_is_refused(tmp_path: Path, make: Make, name: str) -> None:
    """An archive made to do harm is refused as a whole, by name."""
    made = make(tmp_path / "a", FILES | {name: b""})
    with pytest.raises(UsageError) as caught:
        read(made)
    assert str(caught.value) == f"{made}: the entry '{name}' leads out of the archive; nothing of it was read."


def test_links_in_an_archive_are_refused(tmp_path: Path) -> None:
    """A link reads nothing of the machine that grades; the other files are taken."""
    by_zip, by_tar = tmp_path / "a.zip", tmp_path / "a.tar"
    link = zipfile.ZipInfo("utc_expiry.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(by_zip, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("answers.yaml", ANSWERS)
    linked = tarfile.TarInfo("utc_expiry.py")
    linked.type, linked.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(by_tar, "w") as tar:
        tar.addfile(linked)
    told = {"utc_expiry.py": "utc_expiry.py is a link: hand in the file itself."}
    assert read(by_zip) == Submission({}, EXPECTED.answers, told)
    assert read(by_tar) == Submission({}, {}, told)


def test_an_archive_that_would_flood_the_memory_is_refused(tmp_path: Path) -> None:
    """A few kilobytes that unpack to many megabytes are not unpacked."""
    bomb = zipped(tmp_path / "a.zip", {f"{number}.py": bytes(1024**2) for number in range(65)})
    with pytest.raises(UsageError) as caught:
        read(bomb)
    assert str(caught.value) == f"{bomb} unpacks to more than 64 MiB: hand in source code only."
    many = zipped(tmp_path / "b.zip", {f"{number}.py": b"" for number in range(2_001)})
    with pytest.raises(UsageError) as caught:
        read(many)
    assert str(caught.value) == f"{many} holds more than 2000 files: hand in source code only."


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_an_unusual_way_of_packing_is_told(tmp_path: Path, how: int) -> None:
    """What Python would unpack in whole before it gives any is not unpacked; the other files are taken."""
    made = zipped(tmp_path / "a.zip", FILES)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(zipfile.ZipInfo("purpose.py"), PROGRAM, how)
    told = "purpose.py in a.zip is packed in an unusual way: zip it by your system's means."
    assert read(made) == Submission(EXPECTED.files, EXPECTED.answers, {"purpose.py": told})


def header(name: str = "x", size: int = 0, kind: bytes = tarfile.REGTYPE) -> bytes:
    """Make the header of a tar's entry, also one that lies: a size below zero is in tar's other notation."""
    entry = tarfile.TarInfo(name)
    entry.type = kind
    raw = bytearray(entry.tobuf(tarfile.GNU_FORMAT))
    raw[124:136] = (size % 256**12).to_bytes(12, "big") if size < 0 else b"%011o\0" % size
    raw[148:156] = b"%06o\0 " % (sum(raw[:148]) + sum(raw[156:]) + 8 * ord(" "))
    return bytes(raw)


MANY = "{0} holds more than 2000 files: hand in source code only."
LARGE = "{0} unpacks to more than 64 MiB: hand in source code only."
LONG = "{0}: the entry '" + "a/" * 29 + "a…' has too long a name; nothing of it was read."
HARMFUL = {
    "a header of its own that is endless": (
        header(size=80 * 1024**2, kind=tarfile.XHDTYPE) + bytes(80 * 1024**2),
        LARGE,
    ),
    "a long name that is endless": (header(size=80 * 1024**2, kind=b"L") + bytes(80 * 1024**2), LARGE),
    "folders without end": (header(kind=tarfile.DIRTYPE) * 2_001, MANY),
    "one file again and again": (header() * 2_001, MANY),
    "an entry that leads back to itself": (header() + header("y", -512), MANY),
    "sizes below zero": (header() + header("y", -65 * 1024**2), LARGE),
    "folders in folders": (
        header(size=10_001, kind=b"L") + (b"a/" * 5_000 + b"b").ljust(10_240, b"\0") + header(),
        LONG,
    ),
}


@pytest.mark.parametrize("how", [bytes, gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize(("content", "told"), HARMFUL.values(), ids=HARMFUL)
def test_a_tar_that_would_never_end_is_refused(
    tmp_path: Path, content: bytes, told: str, how: Callable[[bytes], bytes]
) -> None:
    """Its headers may say what they like of how much there is to read, and where to go on."""
    made = tmp_path / "a.tar"
    made.write_bytes(how(content + bytes(1024)))
    if made.stat().st_size > MAX_ARCHIVE_BYTES:
        told = "{0} is larger than 32 MiB: hand in source code only."
    with pytest.raises(UsageError) as caught:
        read(made)
    assert str(caught.value) == told.format(made)


def test_any_number_of_folders_around_the_files_is_no_obstacle(tmp_path: Path) -> None:
    """Files two thousand folders deep are stripped of all that is around them."""
    deep = "a/" * 2_000
    made = zipped(tmp_path / "a.zip", {f"{deep}{name}": content for name, content in FILES.items()})
    assert read(made) == EXPECTED


def test_an_encrypted_file_is_told(tmp_path: Path) -> None:
    """A file with a password is one that cannot be unpacked."""
    made = zipped(tmp_path / "a.zip", {"utc_expiry.py": PROGRAM}, zipfile.ZIP_STORED)
    content = bytearray(made.read_bytes())
    content[6] |= 1  # the flag in the file's own header, and in the directory at the end
    content[content.index(b"PK\x01\x02") + 8] |= 1
    made.write_bytes(content)
    assert read(made).problems == {"utc_expiry.py": "utc_expiry.py in a.zip cannot be unpacked."}


@every_kind
def test_a_broken_archive_is_told_in_a_sentence(tmp_path: Path, make: Make) -> None:
    """Whatever byte is changed and wherever it is cut off, an archive is read, or refused in words."""
    whole = make(tmp_path / "whole", FILES).read_bytes()
    broken = tmp_path / "broken"
    chance = random.Random(20260101)  # noqa: S311 - not for cryptography
    for _ in range(40):
        content = bytearray(whole)
        content[chance.randrange(len(content))] = chance.randrange(256)
        broken.write_bytes(content[: chance.choice((len(content), chance.randrange(len(content))))])
        told = sentences(broken)
        assert all(sentence.startswith((str(broken), *FILES)) for sentence in told), told
    broken.write_bytes(b"utc_expiry: A\n")
    with pytest.raises(UsageError) as caught:
        read(broken)
    assert str(caught.value) == UNREADABLE.format(broken)
