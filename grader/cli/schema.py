"""`grader schema`: the JSON Schema of exercise files, for editors."""

from __future__ import annotations

import click

from grader.authoring import json_schema_text


@click.command()
def schema() -> None:
    """For authors: print the JSON Schema of exercise files.

    Editors complete and check an exercise file that begins with
    `# yaml-language-server: $schema=exercise.schema.json`.
    """
    click.echo(json_schema_text(), nl=False)
