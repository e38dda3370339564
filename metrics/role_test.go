package metrics

import (
	"slices"
	"testing"
)

// TestEachRoleIsHadOnce looks for the one metric of each role.
func TestEachRoleIsHadOnce(t *testing.T) {
	had := make(map[Role]int)
	for _, m := range All {
		had[m.Role]++
	}
	for _, role := range []Role{RoleChange, RoleCurve, RoleRare, RoleNotes} {
		m, found := WithRole(role)
		if had[role] != 1 || !found || m.Role != role {
			t.Errorf("%d metrics have the role %s", had[role], role)
		}
		delete(had, role)
	}
	delete(had, "")
	if len(had) > 0 {
		t.Errorf("roles that nobody knows: %v", had)
	}
	if _, found := WithRole("none of these"); found {
		t.Error("a role that is not there was found")
	}
}

// TestWhatASumBinds follows the sums of the register both ways round, and names two
// that its packs rest on.
func TestWhatASumBinds(t *testing.T) {
	for _, m := range All {
		ids, windows := m.Bound()
		for _, id := range ids {
			other, _ := Find(id)
			if back, backWindows := other.Bound(); !slices.Contains(back, m.ID) || backWindows != windows {
				t.Errorf("%s is bound to %s, and not the other way round", m.ID, id)
			}
		}
	}
	for _, c := range []struct {
		id, to  string
		windows bool
	}{{"REF-02", "REF-03", false}, {"REF-01", "REF-02", false}, {"RES-03", "RES-04", true}} {
		m, _ := Find(c.id)
		if ids, windows := m.Bound(); !slices.Contains(ids, c.to) || windows != c.windows {
			t.Errorf("%s is bound to %v (windows %t), want %s and %t", c.id, ids, windows, c.to, c.windows)
		}
	}
}

// TestSignedIsADifference holds the sign of a count to how the count adds up.
func TestSignedIsADifference(t *testing.T) {
	for _, m := range All {
		less := slices.ContainsFunc(m.Sums().Numerator, func(term Term) bool { return term.When == ByEnd && term.Times < 0 })
		if m.Signed != less {
			t.Errorf("%s is signed: %t, and takes one count from another: %t", m.ID, m.Signed, less)
		}
	}
}
