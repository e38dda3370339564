package html

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

// browser is a Chromium that is spoken to over two pipes, so that the test needs
// no port, no library and no network.
type browser struct {
	t       *testing.T
	to      *os.File
	from    *bufio.Reader
	session string
	last    int
	silent  bool    // scripts are switched off in the page
	events  []event // what the page reported since it was opened
}

// event is a report of the browser: a request, a line of the console, an error.
type event struct {
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// startBrowser starts Chromium without any way to the network. A missing browser
// fails the test: what a reader sees must have been looked at.
func startBrowser(t *testing.T) *browser {
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
	overdue := time.AfterFunc(90*time.Second, func() { fromRead.Close() }) // a browser that hangs must not hold the tests
	t.Cleanup(func() { overdue.Stop() })
	b := &browser{t: t, to: toWrite, from: bufio.NewReader(fromRead)}
	t.Cleanup(func() {
		b.session = ""
		b.send("Browser.close", nil)
		command.Wait()
		toWrite.Close()
		fromRead.Close()
	})
	var target struct{ TargetID string }
	b.ask("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.ask("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Network", "Log", "Audits"} {
		b.ask(domain+".enable", nil, nil)
	}
	return b
}

func (b *browser) send(method string, params any) {
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
		b.t.Fatal(err)
	}
	if _, err := b.to.Write(append(text, 0)); err != nil {
		b.t.Errorf("the browser does not listen: %v", err)
	}
}

// ask sends one command and waits for its answer; reports that come before it are kept.
func (b *browser) ask(method string, params, answer any) {
	b.t.Helper()
	b.send(method, params)
	for {
		reply := b.read(method)
		if reply.ID != b.last {
			continue
		}
		if reply.Error != nil {
			b.t.Fatalf("%s: %s", method, reply.Error.Message)
		}
		if answer != nil {
			if err := json.Unmarshal(reply.Result, answer); err != nil {
				b.t.Fatal(err)
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
func (b *browser) read(waitingFor string) reply {
	b.t.Helper()
	text, err := b.from.ReadBytes(0)
	if err != nil {
		b.t.Fatalf("the browser gave no answer to %s: %v", waitingFor, err)
	}
	var r reply
	if err := json.Unmarshal(bytes.TrimSuffix(text, []byte{0}), &r); err != nil {
		b.t.Fatal(err)
	}
	if r.Method != "" {
		b.events = append(b.events, r.event)
	}
	return r
}

// await waits until the page has reported something.
func (b *browser) await(report string) {
	b.t.Helper()
	seen := func(e event) bool { return e.Method == report }
	for !slices.ContainsFunc(b.events, seen) {
		b.read(report)
	}
}

// open writes a page to a file and opens it at a width and a place in it.
func (b *browser) open(out []byte, width int, hash string) string {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "pack.html")
	if err := os.WriteFile(file, out, 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}, nil)
	b.events = nil
	url := "file://" + filepath.ToSlash(file)
	b.ask("Page.navigate", map[string]any{"url": url + hash}, nil)
	b.await("Page.loadEventFired")
	if !b.silent {
		b.run(settled, nil)
	}
	return url
}

// run evaluates an expression in the page and gives its value.
func (b *browser) run(expression string, value any) {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	b.ask("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &answer)
	if answer.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s %s", expression, answer.ExceptionDetails.Text, answer.ExceptionDetails.Exception.Description)
	}
	if value != nil {
		if err := json.Unmarshal(answer.Result.Value, value); err != nil {
			b.t.Fatalf("%s gave %s: %v", expression, answer.Result.Value, err)
		}
	}
}

// press sends one key to whatever has the focus.
func (b *browser) press(key string) {
	b.t.Helper()
	for _, kind := range []string{"keyDown", "keyUp"} {
		b.ask("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": key, "code": key}, nil)
	}
}

// complaints are the errors, the warnings and the breaches of the security policy
// that the page caused, and the requests that went anywhere but to the file itself.
func (b *browser) complaints(url string) []string {
	b.t.Helper()
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
			b.t.Fatal(err)
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
