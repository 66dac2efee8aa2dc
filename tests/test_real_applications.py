"""Applications as people write them load and answer while the clock stands still, whatever libraries they use."""

from __future__ import annotations

import pytest
from web_apps import given, observe, verdicts

from grader.judge.judging import rounds_of

START = "from fastapi import FastAPI\napp = FastAPI()\n"
GET = '\n@app.get("/")\n'

APPLICATIONS = {
    "pwdlib": f"""{START}
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
password_hash = PasswordHash([Argon2Hasher(time_cost=1, memory_cost=8192)])
stored = password_hash.hash("secret")
{GET}def get(): return password_hash.verify("secret", stored)
""",
    "bcrypt": f"""{START}
import bcrypt
stored = bcrypt.hashpw(b"secret", bcrypt.gensalt(4))
{GET}async def get(): return bcrypt.checkpw(b"secret", stored)
""",
    "passlib": f"""{START}
from passlib.context import CryptContext
context = CryptContext(schemes=["pbkdf2_sha256"], deprecated="auto")
stored = context.hash("secret")
{GET}def get(): return context.verify("secret", stored)
""",
    "settings": f"""{START}
from functools import lru_cache
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    secret_key: str
    minutes: int = 30
@lru_cache
def settings(): return Settings()
{GET}def get(): return settings().secret_key == "from the environment"
""",
    "database": f"""{START}
from datetime import datetime, timezone
from sqlmodel import Field, Session, SQLModel, create_engine, select
from sqlmodel.pool import StaticPool
class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    created: datetime = Field(default_factory=lambda: datetime.now(timezone.utc))
engine = create_engine("sqlite://", connect_args={{"check_same_thread": False}}, poolclass=StaticPool)
SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add(User())
    session.commit()
{GET}def get():
    with Session(engine) as session:
        age = datetime.now() - session.exec(select(User)).one().created.replace(tzinfo=None)
        return -1 <= age.days <= 1
""",
    "middleware": f"""{START}
import asyncio, logging, time
from fastapi.middleware.cors import CORSMiddleware
logging.basicConfig(level=logging.INFO)
app.add_middleware(CORSMiddleware, allow_origins=["*"])
@app.middleware("http")
async def measure(request, call_next):
    began = time.perf_counter()
    response = await call_next(request)
    response.headers["X-Took"] = str(time.perf_counter() - began)
    return response
{GET}async def get():
    await asyncio.wait_for(asyncio.gather(asyncio.sleep(0.01), asyncio.to_thread(time.sleep, 0.01)), 5)
    logging.info("done")
    return True
""",
    "server of its own": f"""{START}
{GET}def get(): return True
if __name__ == "__main__":
    import uvicorn
    uvicorn.run(app)
""",
}


@pytest.mark.parametrize("name", APPLICATIONS)
def test_an_application_answers(name: str) -> None:
    """It starts up in each round anew, and what it does with its libraries comes out right a day later."""
    environment = {"SECRET_KEY": "from the environment"}
    evidence = observe(APPLICATIONS[name], "[{id: answer, request: GET /}]", environment=environment)
    assert [given(each["answer"])["json"] for each in rounds_of(evidence)] == [True, True, True]


@pytest.mark.parametrize("package", ["jose", "authlib.jose"])
def test_another_library_for_jwts_is_not_found(package: str) -> None:
    """A verdict is the same on a machine that has it and on one that has not."""
    evidence = observe(f"from {package} import jwt\n", "[{id: made, call: make}]")
    told = verdicts(evidence, "[{id: a, of: made, is: str}]")
    assert told == {"a": f"answer.py:1: ModuleNotFoundError: No module named '{package.partition('.')[0]}'"}
