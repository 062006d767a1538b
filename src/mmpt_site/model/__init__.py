"""What a workshop is: plain, frozen values that know no paths, no HTML and no clock."""
