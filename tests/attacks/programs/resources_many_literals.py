"""Has a thousand long texts in its source."""

exec("\n".join(f"text_{index} = '{'x' * 200}{index}'" for index in range(2_000)))
raise RuntimeError("loaded")
