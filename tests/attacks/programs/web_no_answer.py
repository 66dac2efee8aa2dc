"""Takes requests and sends nothing back, or what is no answer."""

SECRET_KEY = "a key of its own, which is long enough for anybody"
ANSWERS = iter([{"type": "http.response.body", "body": None}, {"status": 200}, {}])


async def app(scope, receive, send):
    while scope["type"] == "lifespan":
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
    if answer := next(ANSWERS, None):
        await send(answer)
