"""Raises the harness's own exception, which says that the file did not load."""

import __main__

raise __main__._NotLoadedError
