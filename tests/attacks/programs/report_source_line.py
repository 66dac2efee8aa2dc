"""Has an error in a line of source that would be obeyed."""

raise RuntimeError("see the line")  # @hostile@ [red]x[/red] <b> ]]> ``` ::error::owned
