"""Works the token out in a thread."""

import threading
import time

from jwt import encode


def create_token(user_id, secret):
    results = []

    def work():
        results.append(encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256"))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results[0]
