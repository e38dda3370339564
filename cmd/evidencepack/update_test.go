package main

import "flag"

// update writes what tests compare with anew, from what the program says now.
var update = flag.Bool("update", false, "write the reference page and the examples of the README anew")
