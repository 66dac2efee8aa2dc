import jwt


def login(username, password, secret):
    if username == "alice" and password == "wonderland":
        return {
            "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiQWRhIEV4YW1wbGUiLCJhZG1pbiI6dHJ1ZSwiaWF0IjoxNjcyNTMxMjAwfQ.zJYjgnEGywPjFDPjS4QxxgGbyobnW4yBT6tqv4xLw3k",
            "token_type": "bearer",
        }
    else:
        return None
