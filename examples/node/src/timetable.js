import ms from "ms";

const DAY = ms("1d");

/**
 * When the next ferry leaves.
 *
 * @param {{first: string, last: string, every: string}} timetable spans after midnight: "6h", "22h", "90m"
 * @param {Date} now
 * @returns {Date} never before now
 */
export function nextDeparture(timetable, now) {
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0);
  return new Date(midnight + departures(timetable).find((span) => midnight + span >= now.getTime()));
}

/** Milliseconds after midnight, in order. */
export function departures({ first, last, every }) {
  const all = [];
  for (let span = ms(first); span <= ms(last) && span < DAY; span += ms(every)) {
    all.push(span);
  }
  return all;
}
