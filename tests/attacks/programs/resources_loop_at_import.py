"""Never ends while it is loaded."""

while True:
    pass
