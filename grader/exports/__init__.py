"""Exercises in the forms that other programs take; pure, and the same bytes whenever and wherever they are made."""
