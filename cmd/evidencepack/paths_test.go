package main

import "testing"

// TestPathsOfBothSystems goes through what paths look like on each: drives, shares,
// marks for long paths, mixed strokes, case, and names that only look alike.
func TestPathsOfBothSystems(t *testing.T) {
	for _, c := range []struct {
		dir, file string
		windows   bool
		want      bool
	}{
		{"/home/ann/exports", "/home/ann/exports", false, true},
		{"/home/ann/exports", "/home/ann/exports/packs", false, true},
		{"/home/ann/exports", "/home/ann/exports-2", false, false},
		{"/home/ann/exports", "/home/ann/Exports/packs", false, false},
		{"/home/ann/exports", "/home/ann/exports/../packs", false, false},
		{"/home/ann/exports/", "/home/ann/exports/./a/../packs", false, true},
		{"/", "/packs", false, true},
		{"/home/ann/ex", `/home/ann/ex\packs`, false, false},
		{`C:\Care\Exports`, `C:\Care\Exports\packs`, true, true},
		{`C:\Care\Exports`, `c:\care\EXPORTS\Packs`, true, true},
		{`C:\Care\Exports`, `C:/Care/Exports/packs`, true, true},
		{`C:\Care\Exports\`, `C:\Care\Exports`, true, true},
		{`C:\Care\Exports`, `C:\Care\Exports2`, true, false},
		{`C:\Care\Exports`, `D:\Care\Exports\packs`, true, false},
		{`C:\Care\Exports`, `C:\Care\Exports\..\packs`, true, false},
		{`C:\Care\Exports`, `\\?\C:\Care\Exports\packs`, true, true},
		{`C:\Care\Exports`, `C:\Care\Exports.\packs`, true, true},
		{`C:\Care\Exports`, `C:\Care\Exports \packs`, true, true},
		{`C:\`, `C:\packs`, true, true},
		{`\\server\care\exports`, `\\SERVER\Care\exports\packs`, true, true},
		{`\\server\care\exports`, `\\?\UNC\server\care\exports\packs`, true, true},
		{`\\server\care\exports`, `\\server\care\exports2`, true, false},
		{`\\server\care`, `C:\server\care`, true, false},
		{`\\server\care`, `\server\care`, true, false},
	} {
		if got := under(c.dir, c.file, c.windows); got != c.want {
			t.Errorf("Windows %v: %s in %s: %v", c.windows, c.file, c.dir, got)
		}
	}
}
