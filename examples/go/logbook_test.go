package logbook

import (
	"strings"
	"testing"
	"time"
)

func TestReadsEntriesAndLeavesOutTheRest(t *testing.T) {
	log := "# first watch\n\n2026-05-17T04:00:00Z,6.5,off the light\n"
	entries, err := Read(strings.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	want := Entry{time.Date(2026, 5, 17, 4, 0, 0, 0, time.UTC), 6.5, "off the light"}
	if len(entries) != 1 || entries[0] != want {
		t.Errorf("got %v, want %v", entries, want)
	}
}

func TestANoteMayHoldCommas(t *testing.T) {
	entries, err := Read(strings.NewReader("2026-05-17T04:00:00Z,6.5,fog, rain, and no wind\n"))
	if err != nil {
		t.Fatal(err)
	}
	if note := entries[0].Note; note != "fog, rain, and no wind" {
		t.Errorf("got note %q", note)
	}
}

func TestABadLineIsNamed(t *testing.T) {
	_, err := Read(strings.NewReader("# log\n2026-05-17T04:00:00Z,fast,\n"))
	if err == nil || err.Error() != `line 2: no speed: "fast"` {
		t.Errorf("got error %v", err)
	}
}
