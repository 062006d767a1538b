"""Tests of the preview: what browsers get, what the terminal says, how it ends."""
