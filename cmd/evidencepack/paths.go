package main

import (
	"path"
	"strings"
)

// lexical is a full path in one form for all systems: / between its parts, no . or
// .. in it, and on Windows without the case of letters, the marks \\?\ and \\.\ before
// it, and the dots and blanks at the end of a name, none of which make another file
// there. It asks no disk, so links are not followed.
func lexical(full string, windows bool) string {
	if !windows {
		return path.Clean(full)
	}
	full = strings.ToLower(strings.ReplaceAll(full, `\`, "/"))
	for _, mark := range []string{"//?/unc/", "//./unc/"} {
		if rest, marked := strings.CutPrefix(full, mark); marked {
			full = "//" + rest
		}
	}
	for _, mark := range []string{"//?/", "//./"} {
		full = strings.TrimPrefix(full, mark)
	}
	share := strings.HasPrefix(full, "//")
	parts := strings.Split(path.Clean(full), "/")
	for i, part := range parts {
		if part != "." && part != ".." {
			parts[i] = strings.TrimRight(part, ". ")
		}
	}
	full = strings.Join(parts, "/")
	if share {
		full = "/" + full
	}
	return full
}

// under tells whether a full path is a folder or stands below it, by the rules of
// one system.
func under(dir, file string, windows bool) bool {
	dir, file = lexical(dir, windows), lexical(file, windows)
	return file == dir || strings.HasPrefix(file, strings.TrimSuffix(dir, "/")+"/")
}
