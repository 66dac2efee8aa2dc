"""Raises what a terminal, a web page, a log or a workflow would obey."""

raise RuntimeError(
    "\x1b[2J\x1b]0;owned\x07\x9b31m\u202eevil\u2066\x00\ufeff\u200b "
    "[bold red]markup[/] <script>alert(1)</script> ]]> ``` **bold** | table | \r\n::error::owned\n"
)
