from jwt import encode

payload = {"user_id": 123}
secret = "replace-me-in-production-0123456789abcdef"
algorithm = "HS256"
print("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoiQWRhIEV4YW1wbGUiLCJhZG1pbiI6dHJ1ZSwiaWF0IjoxNjcyNTMxMjAwfQ.zJYjgnEGywPjFDPjS4QxxgGbyobnW4yBT6tqv4xLw3k")
