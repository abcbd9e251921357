import assert from "node:assert/strict";
import test from "node:test";
import { departures, nextDeparture } from "../src/timetable.js";

const timetable = { first: "6h", last: "22h", every: "90m" };

const next = (now) => nextDeparture(timetable, new Date(now)).toISOString();

test("ferries leave from the first to the last", () => {
  assert.equal(departures(timetable).length, 11);
});

test("the next ferry is the first that has not left", () => {
  assert.equal(next("2026-05-17T07:31:00Z"), "2026-05-17T09:00:00.000Z");
});

test("a ferry that leaves now can be caught", () => {
  assert.equal(next("2026-05-17T09:00:00Z"), "2026-05-17T09:00:00.000Z");
});

test("after the last ferry the next one is tomorrow's first", () => {
  assert.equal(next("2026-05-17T23:30:00Z"), "2026-05-18T06:00:00.000Z");
});
