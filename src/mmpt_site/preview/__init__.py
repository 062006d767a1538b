"""A project in, its site in the browser out, and every change of it as soon as it is saved."""
