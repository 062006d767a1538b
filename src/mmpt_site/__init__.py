"""mmpt-site: YAML files of a scientific workshop in, a static website out."""

__version__ = "0.1.0"
