// Package browser drives a headless Chromium without any way to the network, for the
// tests that look at finished web pages as a reader does.
package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Browser is a Chromium that is spoken to over two pipes, so that the test needs
// no port, no library and no network.
type Browser struct {
	T       *testing.T // the test that looks
	to      *os.File
	from    *bufio.Reader
	session string
	last    int
	Silent  bool    // scripts are switched off in the page
	events  []event // what the page reported since it was opened
}

// patience is how long one browser may work: one that hangs must not hold the tests.
const patience = 8 * time.Minute

// Settled waits in a page until its chart library is unpacked, where it has one, and
// until it has been laid out and painted twice.
const Settled = `new Promise(done => {
	const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
	const wait = () => document.getElementById('_library') && !('ready' in document.body.dataset) ? setTimeout(wait, 20) : painted();
	wait(); })`

// event is a report of the browser: a request, a line of the console, an error.
type event struct {
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// Start starts Chromium without any way to the network. A missing browser
// fails the test: what a reader sees must have been looked at.
func Start(t *testing.T) *Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatalf("the browser chromium is needed to test the HTML packs (on Debian: apt-get install chromium): %v", err)
	}
	toRead, toWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	fromRead, fromWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-pipe")
	command.ExtraFiles = []*os.File{toRead, fromWrite}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	toRead.Close()
	fromWrite.Close()
	overdue := time.AfterFunc(patience, func() { fromRead.Close() })
	t.Cleanup(func() { overdue.Stop() })
	b := &Browser{T: t, to: toWrite, from: bufio.NewReader(fromRead)}
	t.Cleanup(func() {
		b.session = ""
		b.send("Browser.close", nil)
		command.Wait()
		toWrite.Close()
		fromRead.Close()
	})
	var target struct{ TargetID string }
	b.Ask("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.Ask("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Network", "Log", "Audits"} {
		b.Ask(domain+".enable", nil, nil)
	}
	return b
}

func (b *Browser) send(method string, params any) {
	b.last++
	message := map[string]any{"id": b.last, "method": method}
	if params != nil {
		message["params"] = params
	}
	if b.session != "" {
		message["sessionId"] = b.session
	}
	text, err := json.Marshal(message)
	if err != nil {
		b.T.Fatal(err)
	}
	if _, err := b.to.Write(append(text, 0)); err != nil {
		b.T.Errorf("the browser does not listen: %v", err)
	}
}

// Ask sends one command and waits for its answer; reports that come before it are kept.
func (b *Browser) Ask(method string, params, answer any) {
	b.T.Helper()
	b.send(method, params)
	for {
		reply := b.read(method)
		if reply.ID != b.last {
			continue
		}
		if reply.Error != nil {
			b.T.Fatalf("%s: %s", method, reply.Error.Message)
		}
		if answer != nil {
			if err := json.Unmarshal(reply.Result, answer); err != nil {
				b.T.Fatal(err)
			}
		}
		return
	}
}

// reply is an answer to a command or, without an id, a report.
type reply struct {
	ID     int
	Result json.RawMessage
	Error  *struct{ Message string }
	event
}

// read takes the next message of the browser; a report is kept as well.
func (b *Browser) read(waitingFor string) reply {
	b.T.Helper()
	text, err := b.from.ReadBytes(0)
	if err != nil {
		b.T.Fatalf("the browser gave no answer to %s: %v", waitingFor, err)
	}
	var r reply
	if err := json.Unmarshal(bytes.TrimSuffix(text, []byte{0}), &r); err != nil {
		b.T.Fatal(err)
	}
	if r.Method != "" {
		b.events = append(b.events, r.event)
	}
	return r
}

// Await waits until the page has reported something.
func (b *Browser) Await(report string) {
	b.T.Helper()
	seen := func(e event) bool { return e.Method == report }
	for !slices.ContainsFunc(b.events, seen) {
		b.read(report)
	}
}

// Open writes a page to a file and opens it at a width and a place in it.
func (b *Browser) Open(out []byte, width int, hash string) string {
	b.T.Helper()
	file := filepath.Join(b.T.TempDir(), "pack.html")
	if err := os.WriteFile(file, out, 0o600); err != nil {
		b.T.Fatal(err)
	}
	return b.OpenFile(file, width, hash)
}

// OpenFile opens a file at a width and a place in it, and gives its address.
func (b *Browser) OpenFile(file string, width int, hash string) string {
	b.T.Helper()
	b.Width(width)
	b.events = nil
	url := "file://" + filepath.ToSlash(file)
	b.Ask("Page.navigate", map[string]any{"url": "about:blank"}, nil)
	b.Await("Page.loadEventFired")
	b.events = nil
	b.Ask("Page.navigate", map[string]any{"url": url + hash}, nil)
	b.Await("Page.loadEventFired")
	if !b.Silent {
		b.Run(Settled, nil)
	}
	return url
}

// Width sets how wide the window is, in pixels.
func (b *Browser) Width(width int) {
	b.T.Helper()
	b.Ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}, nil)
}

// Downloads gives the folder that the browser puts its downloads into from now on.
func (b *Browser) Downloads() string {
	b.T.Helper()
	dir := b.T.TempDir()
	b.Ask("Browser.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": dir}, nil)
	return dir
}

// Downloaded waits for a download and gives what is in it.
func (b *Browser) Downloaded(dir, name string) []byte {
	b.T.Helper()
	for range 200 {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil && len(text) > 0 {
			return text
		}
		time.Sleep(50 * time.Millisecond)
	}
	there, _ := filepath.Glob(filepath.Join(dir, "*"))
	b.T.Fatalf("nothing was saved as %s; there is %v", name, there)
	return nil
}

// Choose picks a value of a select as a reader does.
func (b *Browser) Choose(selector, value string) {
	b.T.Helper()
	b.Run(fmt.Sprintf(`(() => { const select = document.querySelector(%q); select.value = %q;
		select.dispatchEvent(new Event('change', {bubbles: true})); })()`, selector, value), nil)
}

// Run evaluates an expression in the page and gives its value.
func (b *Browser) Run(expression string, value any) {
	b.T.Helper()
	var answer struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	b.Ask("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true}, &answer)
	if answer.ExceptionDetails != nil {
		b.T.Fatalf("%s: %s %s", expression, answer.ExceptionDetails.Text, answer.ExceptionDetails.Exception.Description)
	}
	if value != nil {
		if err := json.Unmarshal(answer.Result.Value, value); err != nil {
			b.T.Fatalf("%s gave %s: %v", expression, answer.Result.Value, err)
		}
	}
}

// keyTexts are the keys that also write, and keyCodes those that a page is told by number.
var (
	keyTexts = map[string]string{"Enter": "\r", " ": " "}
	keyCodes = map[string]int{"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
)

// Press sends one key to whatever has the focus.
func (b *Browser) Press(key string) {
	b.T.Helper()
	for _, kind := range []string{"keyDown", "keyUp"} {
		press := map[string]any{"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": keyCodes[key]}
		if text := keyTexts[key]; text != "" && kind == "keyDown" {
			press["text"] = text
		}
		b.Ask("Input.dispatchKeyEvent", press, nil)
	}
}

// Complaints are the errors, the warnings and the breaches of the security policy
// that the page caused, and the requests that went anywhere but to the file itself.
func (b *Browser) Complaints(url string) []string {
	b.T.Helper()
	var all []string
	for _, e := range b.events {
		var p struct {
			Request          struct{ URL string }
			Entry            struct{ Level, Text string }
			Type             string
			Issue            struct{ Code string }
			ExceptionDetails struct{ Text string }
		}
		if err := json.Unmarshal(e.Params, &p); err != nil {
			b.T.Fatal(err)
		}
		switch {
		case e.Method == "Network.requestWillBeSent" && p.Request.URL != url && !isData(p.Request.URL):
			all = append(all, "asked for "+p.Request.URL)
		case e.Method == "Log.entryAdded", e.Method == "Runtime.exceptionThrown", e.Method == "Runtime.consoleAPICalled",
			e.Method == "Audits.issueAdded" && p.Issue.Code == "ContentSecurityPolicyIssue":
			all = append(all, fmt.Sprintf("%s %s", e.Method, e.Params))
		}
	}
	return all
}

func isData(url string) bool { return len(url) > 5 && url[:5] == "data:" }
