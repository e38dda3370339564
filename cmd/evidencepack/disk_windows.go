package main

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock takes the lock of a file if nobody has it: errHeld where somebody does.
func tryLock(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}

// removeLock takes a lock file away. Windows removes no file that is open, so
// another run may take it over in between; then it stays.
func removeLock(f *os.File) {
	f.Close()
	_ = os.Remove(f.Name()) // as above
}

// ownedByUs is not asked on Windows: a folder is not open to all there.
func ownedByUs(fs.FileInfo) bool { return true }

// identity is not known on Windows, where folders never change places.
func identity(string) string { return "" }

// makeAlike has nothing to do on Windows, where folders never change places.
func makeAlike(string, string) error { return errors.ErrUnsupported }

// syncFolder has nothing to do on Windows: the names in a folder cannot be written
// through by themselves.
func syncFolder(string) error { return nil }

// mayWrite tells whether files can be made in a folder; only trying tells on Windows.
func mayWrite(dir string) error {
	probe, err := os.MkdirTemp(dir, insideRoom+"-")
	if err != nil {
		return err
	}
	return os.Remove(probe)
}

// diskFull tells whether an error says that there is no space, or none for this user.
func diskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// exchange is not to be had on Windows.
func exchange(string, string) error { return errors.ErrUnsupported }

// readOnlyDisk tells whether an error says that nothing can be written on this disk.
func readOnlyDisk(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// endStopped ends the program with the code that Ctrl-C has on Windows.
func endStopped() { windows.ExitProcess(uint32(windows.STATUS_CONTROL_C_EXIT)) }
