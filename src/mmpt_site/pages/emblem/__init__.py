"""An acronym in, the drawing that stands for the workshop out."""
