"""Imports from all over the standard library, and only when it is called."""


def create_token(user_id, secret):
    import sqlite3
    import ssl
    import statistics
    from datetime import datetime
    from decimal import Decimal
    from fractions import Fraction
    from uuid import uuid4
    from zoneinfo import ZoneInfo

    import jwt

    ssl.create_default_context()
    table = sqlite3.connect(":memory:")
    table.execute("create table lifetimes (minutes integer)")
    table.execute("insert into lifetimes values (30)")
    (minutes,) = table.execute("select minutes from lifetimes").fetchone()
    assert len(str(uuid4())) == 36 and Fraction(1, 2) == Decimal("0.5") and statistics.mean([1, 3]) == 2
    expiry = datetime.now(ZoneInfo("Asia/Kathmandu")).timestamp() + 60 * minutes
    return jwt.encode({"user_id": user_id, "exp": expiry}, secret, algorithm="HS256")
