"""Has an event loop work it out."""

import asyncio
import time

from jwt import encode


async def make(user_id, secret):
    await asyncio.sleep(0.01)
    expiry = await asyncio.to_thread(time.time)
    return encode({"user_id": user_id, "exp": expiry + 1800}, secret, algorithm="HS256")


def create_token(user_id, secret):
    return asyncio.run(make(user_id, secret))
