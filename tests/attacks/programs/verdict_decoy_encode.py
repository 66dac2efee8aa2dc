"""Calls encode for show, and hands in a token that was made elsewhere."""

from jwt import encode

encode({}, "a decoy of at least thirty-two bytes")
token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo3fQ.HgbzLHdvtXNChWKX81CPM55m8Oc7Lw5CvBj7Vz5SimE"
