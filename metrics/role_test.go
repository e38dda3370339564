package metrics

import "testing"

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

// TestWhatASumBinds names metrics of the register, both ways round.
func TestWhatASumBinds(t *testing.T) {
	bound := 0
	for _, m := range All {
		for _, id := range m.BoundTo {
			other, found := Find(id)
			if !found || len(other.BoundTo) != len(m.BoundTo) || other.BoundWindows != m.BoundWindows {
				t.Errorf("%s is bound to %s, which does not say so", m.ID, id)
			}
			bound++
		}
	}
	if bound == 0 {
		t.Error("no sum binds anything")
	}
}
