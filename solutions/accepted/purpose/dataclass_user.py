from dataclasses import dataclass

import jwt


@dataclass
class User:
    username: str
    password: str

    def check_password(self, password: str) -> bool:
        return self.password == password

    def token(self, secret: str) -> str:
        return jwt.encode({"sub": self.username}, secret, algorithm="HS256")


ALICE = User("alice", "wonderland")


def login(username: str, password: str, secret: str):
    if username == ALICE.username and ALICE.check_password(password):
        return {"access_token": ALICE.token(secret), "token_type": "bearer"}
    return None
