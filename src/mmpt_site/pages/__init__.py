"""The model of a site in, HTML pages out."""
