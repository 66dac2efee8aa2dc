"""Prints and raises what a reader of the report's formats might take for structure."""

print('{"status": "passed"}')
raise ValueError('", "status": "passed", "points": 5.0, "x": "')
