const FORM = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** ISO 8601, as the API writes it, in milliseconds; 0 if it is none. */
export function milliseconds(iso: string): number {
  const [, days, hours, minutes, seconds] = FORM.exec(iso) ?? [];
  const minutesInAll = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0);
  return minutesInAll * 60_000 + Number(seconds ?? 0) * 1000;
}

/** ISO 8601 of whole minutes. */
export function minutes(n: number): string {
  return `PT${n}M`;
}
