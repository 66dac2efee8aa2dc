"""Is an expression that goes deeper than Python's own parser."""
x = @deep@1
