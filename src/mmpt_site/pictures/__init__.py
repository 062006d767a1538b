"""Files of pictures in, the sizes and formats that pages show out, each made once and remembered."""
