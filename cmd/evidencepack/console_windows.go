package main

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// ownConsole tells whether the window was opened for this program alone, by a
// double click: it would close before anybody could read it.
func ownConsole() bool {
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	var processes [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&processes[0])), 2)
	return n == 1
}
