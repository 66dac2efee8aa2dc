"""How the app answers: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import FASTAPI, RFC9110, Misconception
from grader.judge.signs import depends, requests, uncaught
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "missing_depends": Misconception(
        depends.missing_depends,
        "A parameter is to be filled by FastAPI, and `Depends` does not say with what: {what}.",
        'Say it with Depends: `token: str = Depends(OAuth2PasswordBearer(tokenUrl="token"))`, or `form: '
        "OAuth2PasswordRequestForm = Depends()`.",
        FASTAPI + "tutorial/dependencies/",
    ),
    "uncaught_error": Misconception(
        uncaught.uncaught_error,
        "{what} ({where}: {error}).",
        "{advice}",
        FASTAPI + "tutorial/handling-errors/",
    ),
    "wrong_path": Misconception(
        requests.wrong_path,
        "`{request}` is answered with {status}: the application has no such path, or not for this method.",
        "Write the path and the method as your task has them, with no prefix and no slash at the end; a router must "
        "also be included in `app`.",
        FASTAPI + "tutorial/first-steps/#define-a-path-operation-decorator",
    ),
    "json_login": Misconception(
        requests.json_login,
        "The user name and the password came as a form, and your endpoint looks for something else: {missing}.",
        "Take the form: a parameter `form: OAuth2PasswordRequestForm = Depends()` has `form.username` and "
        "`form.password`.",
        "https://www.rfc-editor.org/rfc/rfc6749#section-4.3.2",
    ),
    "body_not_read": Misconception(
        requests.body_not_read,
        "`{request}` is sent JSON, and your app looks for it in {place}, so it finds nothing.",
        "Take a pydantic model as the parameter, such as `body: RefreshRequest`, and read `body.refresh_token`: a "
        "plain `str` is looked for in the address.",
        FASTAPI + "tutorial/body/",
    ),
    "wrong_status": Misconception(
        requests.wrong_status,
        "`{request}` is answered with {status} where {due} is due.",
        "Programs look at the number, not at the text. {advice}",
        RFC9110 + "#section-15.5.2",
    ),
    "no_www_authenticate": Misconception(
        requests.no_www_authenticate,
        "An answer of 401 should say how to log in, but its header `WWW-Authenticate` {found}.",
        'Give each HTTPException of 401 its headers: `headers={{"WWW-Authenticate": "Bearer"}}`.',
        "https://www.rfc-editor.org/rfc/rfc6750#section-3",
    ),
}
