"""What is to be read in a picture in, the picture out."""
