"""Words on a command line in, text on a terminal and an exit code out; nothing else in the program prints or exits."""
