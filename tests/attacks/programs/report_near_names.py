"""Has only functions that are nearly called as asked, under names that would be obeyed."""

globals()["create_token\x1b[31m"] = globals()["create_token\u202e"] = globals()["create_tokens"] = print
