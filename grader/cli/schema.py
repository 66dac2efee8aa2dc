"""`grader schema`: the JSON Schema of exercise files, for editors."""

from __future__ import annotations

import json

import click

from grader.exercise import json_schema


@click.command()
def schema() -> None:
    """For authors: print the JSON Schema of exercise files.

    Editors complete and check an exercise file that begins with
    `# yaml-language-server: $schema=exercise.schema.json`.
    """
    click.echo(json.dumps(json_schema(), indent=2))
