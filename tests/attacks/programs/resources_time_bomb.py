"""Answers, and goes on working in threads that nobody waits for."""

import threading


def work():
    while True:
        sum(range(10_000))


def create_token(user_id, secret):
    for _ in range(4):
        threading.Thread(target=work).start()
