"""Packages that make JWTs and are not PyJWT, which is the course's, by the names under which they are imported."""

from __future__ import annotations

OTHER_THAN_PYJWT = (
    *("authlib", "fastapi_jwt_auth", "flask_jwt_extended", "jose", "joserfc", "jwcrypto", "jwt_extended"),
    *("python_jose", "python_jwt", "rest_framework_simplejwt", "simplejwt"),
)
