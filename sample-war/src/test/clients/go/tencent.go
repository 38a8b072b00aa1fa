// Signs as the Go sample of Tencent's gateway does, written from its observed behaviour: path and
// query are signed decoded and sorted by name, of a repeated name the first value only; a form
// follows behind a question mark of its own; the MD5 line is computed for POST and its header not
// sent; a first segment that names an environment is not signed.
package main

import (
	"bufio"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"sort"
	"strings"
	"time"
)

const form = "application/x-www-form-urlencoded"

type told struct {
	ID      json.RawMessage `json:"id"`
	Method  string          `json:"method"`
	Host    string          `json:"host"`
	Port    int             `json:"port"`
	Path    string          `json:"path"`
	Query   string          `json:"query"`
	Headers [][2]string     `json:"headers"`
	Body    []byte          `json:"body"`
	Date    *time.Time      `json:"date"`
	AppKey  string          `json:"appKey"`
	Secret  string          `json:"secret"`
}

type signed struct {
	Method  string      `json:"method"`
	Target  string      `json:"target"`
	Headers [][2]string `json:"headers"`
	Body    []byte      `json:"body"`
}

type answer struct {
	ID    json.RawMessage `json:"id"`
	Sign  *signed         `json:"sign,omitempty"`
	Error string          `json:"error,omitempty"`
}

func (t *told) header(name string) string {
	for _, pair := range t.Headers {
		if strings.EqualFold(pair[0], name) {
			return pair[1]
		}
	}
	return ""
}

func (t *told) orElse(name, value string) {
	if t.header(name) == "" {
		t.Headers = append(t.Headers, [2]string{name, value})
	}
}

// behind appends decoded parameters, sorted by name.
func behind(path, parameters string) (string, error) {
	values, err := url.ParseQuery(parameters)
	if err != nil || len(values) == 0 {
		return path, err
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	sort.Strings(names)
	for i, name := range names {
		if first := values.Get(name); first != "" {
			names[i] = name + "=" + first
		}
	}
	return path + "?" + strings.Join(names, "&"), nil
}

func resource(t *told) (string, error) {
	address, err := url.Parse(t.Path)
	if err != nil {
		return "", err
	}
	path := address.Path
	for _, environment := range []string{"/release", "/prepub", "/test"} {
		if strings.HasPrefix(path, environment) {
			path = strings.TrimPrefix(path, environment)
			break
		}
	}
	if path == "" {
		path = "/"
	}
	text, err := behind(path, t.Query)
	if err == nil && strings.HasPrefix(t.header("Content-Type"), form) {
		return behind(text, string(t.Body))
	}
	return text, err
}

func md5Line(t *told) string {
	if t.Method != "POST" || len(t.Body) == 0 || strings.HasPrefix(t.header("Content-Type"), form) {
		return ""
	}
	sum := md5.Sum(t.Body)
	return base64.StdEncoding.EncodeToString([]byte(hex.EncodeToString(sum[:])))
}

func sign(t *told) (*signed, error) {
	t.orElse("Accept", "application/json")
	now := time.Now()
	if t.Date != nil {
		now = *t.Date
	}
	t.orElse("X-Date", now.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT"))
	last, err := resource(t)
	if err != nil {
		return nil, err
	}
	text := strings.Join([]string{
		"x-date: " + t.header("X-Date"), t.Method, t.header("Accept"), t.header("Content-Type"), md5Line(t), last,
	}, "\n")
	mac := hmac.New(sha1.New, []byte(t.Secret))
	mac.Write([]byte(text))
	signature := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	t.orElse("Authorization", fmt.Sprintf(
		`hmac id="%s", algorithm="hmac-sha1", headers="x-date", signature="%s"`, t.AppKey, signature))
	t.orElse("Host", fmt.Sprintf("%s:%d", t.Host, t.Port))
	target := t.Path
	if t.Query != "" {
		target += "?" + t.Query
	}
	return &signed{t.Method, target, t.Headers, t.Body}, nil
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var t told
		var a answer
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			a = answer{ID: json.RawMessage("null"), Error: err.Error()}
		} else if s, err := sign(&t); err != nil {
			a = answer{ID: t.ID, Error: err.Error()}
		} else {
			a = answer{ID: t.ID, Sign: s}
		}
		line, _ := json.Marshal(a)
		fmt.Println(string(line))
	}
}
