from jwcrypto import jwk, jwt

SECRET = "replace-me-in-production-0123456789abcdef"

key = jwk.JWK.from_password(SECRET)
signed = jwt.JWT(header={"alg": "HS256"}, claims={"user_id": 7})
signed.make_signed_token(key)
token = signed.serialize()
