"""Folders of exercises: the real ones are right and in their order, and what is wrong with a folder is told."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from support import EXERCISES, MINIMAL, SLUGS, all_exercises, exercises

from grader import catalog
from grader.errors import ExerciseError, UsageError
from grader.exercise import json_schema
from grader.yamlfile import parse

ALL = [exercise.slug for exercise in all_exercises().exercises]
PAGE = "purpose, import_encode, token_output, default_algorithm, utc_expiry"


def text_of(slug: str) -> str:
    """Give the text of a real exercise."""
    return (EXERCISES / f"{slug}.yaml").read_text(encoding="utf-8")


def put(folder: Path, slug: str, text: str = MINIMAL) -> None:
    """Write an exercise of this slug into a folder."""
    (folder / f"{slug}.yaml").write_text(text.replace("slug: small", f"slug: {slug}"), encoding="utf-8")


def test_real_exercises_have_the_order_and_the_answers_of_the_page() -> None:
    """The five exercises are those of the course's page: in its order, and with its answers."""
    found = [(exercise.slug, exercise.question and exercise.question.answer) for exercise in exercises().exercises]
    assert found == list(zip(SLUGS, "DCABA", strict=True))
    assert [exercise.position for exercise in exercises().exercises] == [1, 2, 3, 4, 5]


def test_built_in_exercises_are_the_real_ones() -> None:
    """Without being told, the grader uses the exercises that come with it."""
    assert catalog.load(catalog.builtin_folder()) == all_exercises()


def test_what_only_looks_like_a_value_is_text(tmp_path: Path) -> None:
    """What an author wrote is what a student reads, though it begins as a moment, a name or a number does."""
    text = MINIMAL.replace("title: runs", "title: now and then").replace("A small exercise", "$secret")
    put(tmp_path, "small", text.replace("Look again.", "12:30").replace("That is how.", "no"))
    (read,) = catalog.load(tmp_path).exercises
    assert (read.checks[0].title, read.title, read.hints, read.explanation) == (
        "now and then",
        "$secret",
        ("12:30",),
        "no",
    )


def test_faults_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    """One wrong file does not hide the next one, nor a position that two right ones share."""
    put(tmp_path, "a", MINIMAL.replace("answer: A", "answer: D"))
    (tmp_path / "b.yaml").write_bytes(b"\xff")
    put(tmp_path, "c")
    put(tmp_path, "d")
    with pytest.raises(ExerciseError) as caught:
        catalog.load(tmp_path)
    assert str(caught.value).splitlines() == [
        f"{tmp_path / 'a.yaml'}:9:11: the answer 'D' is none of the options",
        f"{tmp_path / 'b.yaml'}:1:1: the file is not UTF-8",
        f"{tmp_path / 'd.yaml'}:1:1: position 1 is that of c.yaml already",
    ]


def test_exercises_come_in_the_order_of_their_positions(tmp_path: Path) -> None:
    """The order is what the files say, not what they are called."""
    put(tmp_path, "a", MINIMAL.replace("position: 1", "position: 7"))
    put(tmp_path, "b")
    assert [exercise.slug for exercise in catalog.load(tmp_path).exercises] == ["b", "a"]


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_folder_without_exercises_cannot_be_used(tmp_path: Path, name: str) -> None:
    """A folder without an exercise is the user's mistake, not an exercise's."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError) as caught:
        catalog.load(tmp_path / name)
    assert str(caught.value) == f"There is no exercise in {tmp_path / name}: it holds no .yaml file."


def test_digest_tells_sets_apart(tmp_path: Path) -> None:
    """A report names the set that it is about: another text or another name is another set, the same is the same."""

    def digest(folder: str, slug: str, text: str) -> str:
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, slug, text)
        return catalog.load(tmp_path / folder).digest

    first = digest("first", "small", MINIMAL)
    assert digest("same", "small", MINIMAL) == first
    assert digest("text", "small", f"{MINIMAL}# x\n") != first
    assert digest("name", "other", MINIMAL) != first


def test_select_keeps_the_order_and_the_digest() -> None:
    """Some of the exercises are graded in their own order, and are still of the same set."""
    some = exercises().select(["utc_expiry", "purpose"])
    assert [exercise.slug for exercise in some.exercises] == ["purpose", "utc_expiry"]
    assert some.digest == exercises().digest
    assert exercises().select([]) == exercises()


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("utc_expire", "There is no exercise 'utc_expire'; did you mean 'utc_expiry'?"),
        ("zzz", f"There is no exercise 'zzz'; there are {PAGE}."),
    ],
)
def test_select_names_what_may_have_been_meant(slug: str, told: str) -> None:
    """An exercise that does not exist is told with the nearest one, or with all."""
    with pytest.raises(UsageError) as caught:
        exercises().select(["purpose", slug])
    assert str(caught.value) == told


def test_schema_file_is_that_of_the_models() -> None:
    """Editors check exercise files against the very models that the grader reads them with."""
    assert json.loads((EXERCISES / "exercise.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_schema_is_valid_draft_07() -> None:
    """The schema is one of the draft that editors understand."""
    assert json_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize("slug", ALL)
def test_exercise_validates_against_the_schema(slug: str) -> None:
    """An editor finds nothing wrong in an exercise."""
    validator = jsonschema.Draft7Validator(json_schema())
    assert [fault.message for fault in validator.iter_errors(parse(text_of(slug)).data)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("\nhints:", "\nhint:", id="key"),
        pytest.param("  runs: module", "  runs: modul", id="choice"),
        pytest.param("  misconceptions:\n", "  misconceptions:\n    - returns_nothing\n", id="label"),
        pytest.param("      call: create_token", "      cal: create_token", id="verb of a step"),
        pytest.param("position: 5", "position: fifth", id="type"),
        pytest.param("      claim: exp", "      clam: exp", id="verb of a check"),
    ],
)
def test_schema_finds_what_is_wrong(old: str, new: str) -> None:
    """An editor marks a misspelt key, choice or verb, and a value of the wrong type."""
    text = text_of("utc_expiry")
    assert old in text
    assert not jsonschema.Draft7Validator(json_schema()).is_valid(parse(text.replace(old, new)).data)


@pytest.mark.parametrize("slug", ALL)
def test_exercise_names_its_schema(slug: str) -> None:
    """An exercise file begins with the line by which an editor finds the schema beside it."""
    assert text_of(slug).startswith("# yaml-language-server: $schema=exercise.schema.json\n")
