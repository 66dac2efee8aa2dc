"""Answers past FastAPI, with headers that hold bytes of every kind and a status that no server sends."""

SECRET_KEY = "a key of its own, which is long enough for anybody"
EVERY_BYTE = bytes(range(256))


async def app(scope, receive, send):
    while scope["type"] == "lifespan":
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
    headers = [(b"www-authenticate", EVERY_BYTE), (EVERY_BYTE, b"x"), (b"", b""), (b"set-cookie", b"\xff\x1b[31m=\x00")]
    headers += [(b"content-type", b"application/json; charset=\xff"), (b"content-encoding", b"\x1b[2Jzip")]
    await send({"type": "http.response.start", "status": 10**30, "headers": headers})
    await send({"type": "http.response.body", "body": b"\xff\xfe{\x00"})
