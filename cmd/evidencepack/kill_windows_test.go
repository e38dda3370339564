package main

// Windows knows no SIGKILL to send to oneself.
const killedAt = "TEST_KILLED_AT"

func placeAndDie() {}
