// Package logbook reads a ship's log.
package logbook

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"
)

// An Entry is a position at a time.
type Entry struct {
	At    time.Time
	Knots float64
	Note  string
}

// Read reads a log: on each line a time, a speed in knots and a note, divided by commas.
// Blank lines and lines that begin with # are left out. A note may hold commas.
func Read(r io.Reader) ([]Entry, error) {
	var entries []Entry
	lines := bufio.NewScanner(r)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		entry, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		entries = append(entries, entry)
	}
	return entries, lines.Err()
}

func parse(line string) (Entry, error) {
	fields := strings.Split(line, ",")
	if len(fields) != 3 {
		return Entry{}, fmt.Errorf("want time, knots and note, not %q", line)
	}
	at, err := time.Parse(time.RFC3339, fields[0])
	if err != nil {
		return Entry{}, fmt.Errorf("no time: %q", fields[0])
	}
	var knots float64
	if _, err := fmt.Sscanf(fields[1], "%g", &knots); err != nil {
		return Entry{}, fmt.Errorf("no speed: %q", fields[1])
	}
	return Entry{At: at, Knots: knots, Note: fields[2]}, nil
}
