package main

import (
	"bytes"
	"encoding/base64"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// needTool skips a test without a tool, except where all checks must run.
func needTool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

// signedSample copies the packs of the sample and signs them with a new key.
func signedSample(t *testing.T) (out string) {
	t.Helper()
	out = copyOf(t, sharedSample(t))
	t.Chdir(filepath.Dir(out))
	mustRun(t, "key", "new", "our.key", "--signing")
	mustRun(t, "sign", "packs", "--key", "our.key")
	return "packs"
}

// TestSign signs a build and finds whatever could be wrong with the signature.
func TestSign(t *testing.T) {
	out := signedSample(t)
	mustRun(t, "key", "new", "other.key", "--signing")
	mustRun(t, "key", "new", "people.key")
	file := filepath.Join(out, signatureName)
	signature, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if said := mustRun(t, "verify", out, "--public-key", "our.key.pub"); !strings.Contains(said, "are as built, and the signature fits.") {
		t.Error(said)
	}
	mustRun(t, "sign", out, "--key", "our.key")
	if again, err := os.ReadFile(file); err != nil || !bytes.Equal(again, signature) {
		t.Errorf("signed twice, the signatures differ: %v", err)
	}
	body := strings.SplitAfter(string(signature), "\n")[2]
	letter := "B" // keys are random, so it may be the one that stands there
	if body[0] == 'B' {
		letter = "C"
	}
	for _, c := range []struct {
		what, text, key string // text "" takes the signature away
		want            int
		says            string
	}{
		{"the right key", string(signature), "our.key.pub", exitDone, "the signature fits"},
		{"line ends of Windows", strings.ReplaceAll(string(signature), "\n", "\r\n"), "our.key.pub", exitDone, "the signature fits"},
		{"no comment", body, "our.key.pub", exitDone, "the signature fits"},
		{"another key", string(signature), "other.key.pub", exitChanged, "manifest.json.sig  does not fit"},
		{"none", "", "our.key.pub", exitChanged, "manifest.json.sig  is not there"},
		{"another letter", letter + body[1:], "our.key.pub", exitChanged, "manifest.json.sig  "},
		{"half of one", body[:40] + "\n", "our.key.pub", exitChanged, "is no Ed25519 signature"},
		{"two", body + body, "our.key.pub", exitChanged, "is no Ed25519 signature"},
		{"words", "signed by me\n", "our.key.pub", exitChanged, "is no Ed25519 signature"},
		{"more than any", strings.Repeat("#\n", largestSignature), "our.key.pub", exitChanged, "is larger than any file of ours"},
		{"the private key", string(signature), "our.key", exitNothing, "private half"},
		{"a key for pseudonyms", string(signature), "people.key", exitNothing, "key for pseudonyms"},
		{"no key", string(signature), filepath.Join(out, manifestName), exitNothing, "it is no key"},
		{"a missing key", string(signature), "none.pub", exitNothing, "cannot be opened"},
	} {
		if c.text == "" {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		} else {
			writeFiles(t, out, map[string]string{signatureName: c.text})
		}
		code, stdout, stderr := tryRun("verify", out, "--public-key", c.key)
		if said := strings.Join(strings.Fields(stdout+stderr), " "); code != c.want || !strings.Contains(said, strings.Join(strings.Fields(c.says), " ")) {
			t.Errorf("%s: exit %d, expected %q\n%s%s", c.what, code, c.says, stdout, stderr)
		}
	}
}

// TestSignedManifest changes a signed manifest, in ways that its own seal does not
// show and in ways that make it none.
func TestSignedManifest(t *testing.T) {
	out := signedSample(t)
	file := filepath.Join(out, manifestName)
	back := flip(t, file, 300)
	back()
	reseal(t, out, func(m *manifest) { m.Options.Provider = "Another House" })
	if code, stdout, _ := tryRun("verify", out, "--public-key", "our.key.pub"); code != exitChanged || !strings.Contains(stdout, "does not fit") {
		t.Errorf("another provider: exit %d\n%s", code, stdout)
	}
	if code, _, stderr := tryRun("verify", out); code != exitDone || !strings.Contains(stderr, "the packs are signed") {
		t.Errorf("without the key: exit %d\n%s", code, stderr)
	}
	writeFiles(t, out, map[string]string{manifestName: "{"})
	if code, stdout, stderr := tryRun("verify", out, "--public-key", "our.key.pub"); code != exitChanged || !strings.Contains(stdout, "does not fit") {
		t.Errorf("no manifest: exit %d\n%s%s", code, stdout, stderr)
	}
}

// TestSignRefuses signs nothing that was changed, and with no key that lies about.
func TestSignRefuses(t *testing.T) {
	out := copyOf(t, sharedSample(t))
	t.Chdir(filepath.Dir(out))
	mustRun(t, "key", "new", "our.key", "--signing")
	mustRun(t, "key", "new", "people.key")
	mustRun(t, "key", "new", "packs/among.key", "--signing")
	for _, c := range []struct{ key, says string }{
		{"our.key.pub", "public half"}, {"people.key", "key for pseudonyms"}, {"none.key", "cannot be opened"}, {"packs", "cannot be opened"},
		{"packs/among.key", "lies among the packs"}, {"packs/tender-pack.pdf", "it is no key"},
	} {
		if code, _, stderr := tryRun("sign", "packs", "--key", c.key); code != exitNothing || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: exit %d\n%s", c.key, code, stderr)
		}
	}
	if err := os.Remove("packs/evidence.csv"); err != nil {
		t.Fatal(err)
	}
	if code, stdout, stderr := tryRun("sign", "packs", "--key", "our.key"); code != exitChanged || !strings.Contains(stdout, "evidence.csv  is not there") {
		t.Errorf("exit %d\n%s%s", code, stdout, stderr)
	}
	if _, err := os.Stat("packs/manifest.json.sig"); err == nil {
		t.Error("changed packs were signed")
	}
}

// TestBuildTakesTheSignatureAway wants no signature beside packs that nobody signed.
func TestBuildTakesTheSignatureAway(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	mustRun(t, "key", "new", "our.key", "--signing")
	for _, build := range [][]string{{"exports", "--out", "out"}, {"build", "--in", "exports", "--out", "out", "--pack", "monthly"}} {
		mustRun(t, build...)
		if _, err := os.Stat("out/manifest.json.sig"); err == nil {
			t.Fatal("a new build kept the signature of the old one")
		}
		mustRun(t, "sign", "out", "--key", "our.key")
	}
	mustRun(t, "exports", "--out", "out")
	if _, err := os.Stat("out/manifest.json.sig"); err == nil {
		t.Error("a new build kept the signature of the old one")
	}
}

// TestSigningKeyFiles wants keys that only their owner can read, whole, and never
// in the place of another file.
func TestSigningKeyFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	mustRun(t, "key", "new", "our.key", "--signing")
	mustRun(t, "key", "new", "people.key")
	if runtime.GOOS != "windows" {
		for name, want := range map[string]os.FileMode{"our.key": 0o600, "people.key": 0o600} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s has the mode %v, want %v: %v", name, info.Mode().Perm(), want, err)
			}
		}
	}
	before, err := os.ReadFile("our.key")
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, ".", map[string]string{"half.key.pub": "mine"})
	for _, args := range []string{"our.key --signing", "our.key", "half.key --signing", "our.key.pub --signing", "nowhere/our.key --signing"} {
		if code, _, _ := tryRun(append([]string{"key", "new"}, strings.Fields(args)...)...); code != exitNothing {
			t.Errorf("key new %s: exit %d", args, code)
		}
	}
	if after, err := os.ReadFile("our.key"); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the key was overwritten: %v", err)
	}
	if _, err := os.Stat("half.key"); err == nil {
		t.Error("half a pair of keys was left behind")
	}
}

// TestOtherKinds reads keys that OpenSSL makes: Ed25519 ones work, others are refused.
func TestOtherKinds(t *testing.T) {
	needTool(t, "openssl")
	out := copyOf(t, sharedSample(t))
	t.Chdir(filepath.Dir(out))
	for _, c := range []struct{ kind, says string }{
		{"ed25519", ""}, {"x25519", "another kind than Ed25519"}, {"ed448", "another kind than Ed25519"},
		{"rsa", "another kind than Ed25519"}, {"ed25519 -aes256 -pass pass:secret", "it has a password"},
	} {
		args := append([]string{"genpkey", "-quiet", "-out", "key.pem", "-algorithm"}, strings.Fields(c.kind)...)
		if said, err := exec.Command("openssl", args...).CombinedOutput(); err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, said)
		}
		code, _, stderr := tryRun("sign", "packs", "--key", "key.pem")
		if (code == exitDone) != (c.says == "") || !strings.Contains(strings.Join(strings.Fields(stderr), " "), c.says) {
			t.Errorf("%s: exit %d\n%s", c.kind, code, stderr)
		}
	}
}

// TestOpenSSLAgrees checks our signature with OpenSSL, and lets it derive our public
// key from our private one.
func TestOpenSSLAgrees(t *testing.T) {
	needTool(t, "openssl")
	out := signedSample(t)
	text, err := os.ReadFile(filepath.Join(out, signatureName))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(strings.SplitAfter(string(text), "\n")[2]))
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, ".", map[string]string{"sig.bin": string(raw)})
	check := []string{"pkeyutl", "-verify", "-pubin", "-inkey", "our.key.pub", "-rawin", "-in", filepath.Join(out, manifestName), "-sigfile", "sig.bin"}
	if said, err := exec.Command("openssl", check...).CombinedOutput(); err != nil {
		t.Errorf("openssl %v: %v\n%s", check, err, said)
	}
	flip(t, filepath.Join(out, manifestName), 100)
	if _, err := exec.Command("openssl", check...).CombinedOutput(); err == nil {
		t.Error("OpenSSL takes a changed manifest for the signed one")
	}
	public, err := exec.Command("openssl", "pkey", "-in", "our.key", "-pubout").Output()
	if own, errOwn := os.ReadFile("our.key.pub"); err != nil || errOwn != nil || !bytes.Equal(public, own) {
		t.Errorf("OpenSSL gives another public key: %v %v\n%s", err, errOwn, public)
	}
	if block, _ := pem.Decode(public); block == nil || block.Type != publicType {
		t.Errorf("%s", public)
	}
}
