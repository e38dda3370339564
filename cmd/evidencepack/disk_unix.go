//go:build linux || darwin

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// tryLock takes the lock of a file if nobody has it: errHeld where somebody does.
func tryLock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errHeld
	}
	return err
}

// removeLock takes a lock file away while its lock is held, so that whoever waits for
// it sees that it is another one.
func removeLock(f *os.File) {
	_ = os.Remove(f.Name()) // the room stays, and is taken over by the next run
	f.Close()
}

// ownedByUs tells whether a folder belongs to whoever runs the program: in a folder
// that all may write to, another could have put it there.
func ownedByUs(info fs.FileInfo) bool {
	stat, known := info.Sys().(*syscall.Stat_t)
	return known && int(stat.Uid) == os.Geteuid()
}

// identity tells one folder from any other on this computer, "" where that is not known.
func identity(dir string) string {
	var stat unix.Stat_t
	if unix.Lstat(dir, &stat) != nil {
		return ""
	}
	return fmt.Sprintf("%d %d", stat.Dev, stat.Ino)
}

// makeAlike gives a new folder the mode, the owner and the further attributes (among
// them who else may open it) of an old one.
func makeAlike(from, to string) error {
	var old, fresh unix.Stat_t
	if err := errors.Join(unix.Lstat(from, &old), unix.Lstat(to, &fresh)); err != nil {
		return err
	}
	if old.Uid != fresh.Uid || old.Gid != fresh.Gid {
		if err := os.Lchown(to, int(old.Uid), int(old.Gid)); err != nil {
			return err
		}
	}
	if err := unix.Chmod(to, uint32(old.Mode)&0o7777); err != nil {
		return err
	}
	return copyAttributes(from, to)
}

// copyAttributes copies the extended attributes; a file system that has none is fine.
func copyAttributes(from, to string) error {
	names := make([]byte, 1<<16)
	n, err := unix.Llistxattr(from, names)
	if errors.Is(err, unix.ENOTSUP) {
		return nil
	}
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(names[:n]), "\x00"), "\x00") {
		if name == "" || name == "security.selinux" || name == "com.apple.provenance" { // the system sets these by itself
			continue
		}
		value := make([]byte, 1<<16)
		size, err := unix.Lgetxattr(from, name, value)
		if err != nil {
			return err
		}
		if err := unix.Lsetxattr(to, name, value[:size], 0); err != nil {
			return err
		}
	}
	return nil
}

// syncFolder writes the names in a folder through to the disk.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) { // some file systems do this for files only
		return err
	}
	return nil
}

// mayWrite tells whether files can be made in a folder, without making one.
func mayWrite(dir string) error { return unix.Access(dir, unix.W_OK|unix.X_OK) }

// diskFull tells whether an error says that there is no space, or none for this user.
func diskFull(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }

// readOnlyDisk tells whether an error says that nothing can be written on this disk.
func readOnlyDisk(err error) bool { return errors.Is(err, unix.EROFS) }

// endStopped ends the program as Ctrl-C does where nobody listens, so that whoever
// started it sees the same.
func endStopped() {
	_ = unix.Kill(os.Getpid(), unix.SIGINT)
	select {}
}
