"""Raises what a template would fill in."""

raise NameError("name 'jwt' is not defined {where} {0} {error.__class__} %s %(x)s {")
