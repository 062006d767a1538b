"""Tests of the command line: what is typed, what is read, what is returned."""
