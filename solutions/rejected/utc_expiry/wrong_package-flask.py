from datetime import timedelta

from flask_jwt_extended import create_access_token


def create_token(user_id, secret):
    return create_access_token(
        identity=str(user_id),
        additional_claims={"user_id": user_id},
        expires_delta=timedelta(minutes=30),
    )
