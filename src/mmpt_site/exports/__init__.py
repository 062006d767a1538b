"""The model of a site in, files for machines out."""
