//go:build !windows

package main

// ownConsole tells whether the window was opened for this program alone. Only
// Windows does that.
func ownConsole() bool { return false }
