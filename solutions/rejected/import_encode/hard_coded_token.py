from jwt import encode

SECRET = "replace-me-in-production-0123456789abcdef"

payload = {"user_id": 7}
token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo3fQ.HgbzLHdvtXNChWKX81CPM55m8Oc7Lw5CvBj7Vz5SimE"
