package xls

import "evidencepack/ingest/grid"

// excelsOwn is the password with which Excel locks a workbook of which only the
// sheets are protected. It opens those without asking anyone.
const excelsOwn = "VelvetSweatshop"

// cipher takes the encryption off some bytes of a record.
type cipher interface {
	// decrypt works on the bytes from one place of the stream to another; the
	// record that they belong to has size bytes of data.
	decrypt(s stream, from, to, size int)
}

// opener tries a password. It gives no cipher for a wrong one.
type opener func(password string) cipher

// unlock decrypts the stream where it is encrypted. Errors: grid.ErrLocked, also
// for encryption that is not known, and grid.ErrWrongPassword.
func (b *workbook) unlock(password string) error {
	lock, there := b.lock()
	if !there {
		return nil
	}
	open := b.opener(lock.data)
	if open == nil {
		return grid.ErrLocked
	}
	c := open(excelsOwn)
	if c == nil && password == "" {
		return grid.ErrLocked
	}
	if c == nil {
		c = open(password)
	}
	if c == nil {
		return grid.ErrWrongPassword
	}
	b.stream.decrypt(lock.next, c)
	return nil
}

// lock finds the record that says how the stream is encrypted.
func (b *workbook) lock() (record, bool) {
	for at := 0; ; {
		r, there := b.stream.record(at)
		if !there || r.id == recEnd {
			return record{}, false
		}
		if r.id == recFilePass {
			return r, true
		}
		at = r.next
	}
}

// opener reads how the stream is encrypted; it is nil for a way that is not known.
func (b *workbook) opener(d []byte) opener {
	if b.version == biff5 { // which has one way only, and does not name it
		return openXor(d)
	}
	if len(d) < 6 {
		return nil
	}
	kind, version, d := le16(d), le16(d[4:]), d[2:]
	switch {
	case kind == 0:
		return openXor(d)
	case kind == 1 && version == 1:
		return openRC4(d)
	case kind == 1 && version == 2:
		return openCryptoAPI(d)
	}
	return nil
}

// decrypt takes the encryption off the records from a place on, all but their
// heads and those that are never encrypted.
func (s stream) decrypt(at int, c cipher) {
	for {
		r, there := s.record(at)
		if !there {
			return
		}
		from := at + 4
		switch r.id {
		case recBegin, recFilePass, 0x00C2, 0x00C3, 0x00E1, 0x0138, 0x0196: // who has the file open, what changed, where the menus stand
			from = r.next
		case recSheet:
			from += 4 // where the sheet stands is open
		}
		if from < r.next {
			c.decrypt(s, from, r.next, len(r.data))
		}
		at = r.next
	}
}
