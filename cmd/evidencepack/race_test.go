//go:build race && (linux || darwin)

package main

// The detector of races makes everything ten times slower and what is repeated no
// sharper.
func init() {
	providersAttacked = 20
	kills = 10
	scrambledUsually, scrambledInCI = 2, 2
}
