package readback

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"slices"
	"strings"
	"unicode/utf8"
)

var errArchive = errors.New("its archive is not laid out as we write one: members, their list and nothing else")

// member is a part of an archive, unpacked.
type member struct {
	name    string
	content []byte
}

// The sizes of the parts of an archive, in bytes, without names.
const (
	localHead   = 30
	localTail   = 16
	listEntry   = 46
	endOfList   = 22
	sizesBehind = 8 // the flag that says that the sizes stand behind a member
)

// members unpacks an archive. Every byte of it must belong to a member or to the list,
// and there must be no comments, no further fields and no two members of one name.
func (r *reader) members(data []byte) ([]member, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || archive.Comment != "" {
		return nil, errArchive
	}
	files := slices.Clone(archive.File)
	offsets := make(map[*zip.File]int, len(files))
	for _, f := range files {
		offset, err := f.DataOffset()
		if err != nil {
			return nil, errArchive
		}
		offsets[f] = int(offset)
	}
	slices.SortStableFunc(files, func(a, b *zip.File) int { return offsets[a] - offsets[b] })
	all, names, at, list := make([]member, 0, len(files)), map[string]bool{}, 0, 0
	for _, f := range files {
		if names[f.Name] || f.Comment != "" || len(f.Extra) > 0 || !utf8.ValidString(f.Name) {
			return nil, errArchive
		}
		names[f.Name] = true
		content, end, err := r.member(data, f, at, offsets[f])
		if err != nil {
			return nil, err
		}
		all = append(all, member{f.Name, content})
		at, list = end, list+listEntry+len(f.Name)
	}
	if at+list+endOfList != len(data) {
		return nil, errArchive
	}
	return all, nil
}

// member unpacks one member whose head must begin at the given place and whose packed
// bytes begin at from. It gives the place behind the member.
func (r *reader) member(data []byte, f *zip.File, at, from int) ([]byte, int, error) {
	name := data[min(at+localHead, from):from]
	if at+localHead+len(f.Name) != from || string(name) != f.Name {
		return nil, 0, errArchive
	}
	end := uint64(from) + f.CompressedSize64
	if f.CompressedSize64 > uint64(len(data)-from) {
		return nil, 0, errArchive
	}
	packed := data[from:end]
	var content []byte
	var err error
	switch f.Method {
	case zip.Deflate:
		content, err = r.inflateRaw(packed, f.UncompressedSize64)
	case zip.Store:
		content, err = packed, nil
	default:
		err = errPacked
	}
	if err != nil {
		return nil, 0, err
	}
	if uint64(len(content)) != f.UncompressedSize64 || crc32.ChecksumIEEE(content) != f.CRC32 {
		return nil, 0, errPacked
	}
	behind := int(end)
	if f.Flags&sizesBehind != 0 {
		behind += localTail
		if behind > len(data) || !bytes.Equal(data[end:behind], sizes(f)) {
			return nil, 0, errArchive
		}
	}
	return content, behind, nil
}

// sizes is what stands behind a member.
func sizes(f *zip.File) []byte {
	tail := []byte("PK\x07\x08")
	tail = binary.LittleEndian.AppendUint32(tail, f.CRC32)
	tail = binary.LittleEndian.AppendUint32(tail, uint32(f.CompressedSize64))
	return binary.LittleEndian.AppendUint32(tail, uint32(f.UncompressedSize64))
}

// isXML tells by its name whether a part holds XML.
func isXML(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".vml")
}
