"""Student code runs here and only here; empty, because the child imports this package too."""
