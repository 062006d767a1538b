"""Addresses on other hosts in, what those hosts answer out: asked politely, and remembered."""
