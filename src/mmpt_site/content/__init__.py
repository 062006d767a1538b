"""YAML files in, the model of a site out, with every problem at its place."""
