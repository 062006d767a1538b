"""mmpt-site: YAML files of a scientific workshop in, a static website out."""

import time

__version__ = "0.1.0"
STARTED = time.perf_counter()  # before the rest of the program is imported, which takes most of a small build
