// Package lock puts a password on finished packs, for sending.
package lock
