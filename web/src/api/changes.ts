// Whether the server tells when a list of tasks changes; until it does, pages ask by themselves.
let come = false;

export function changesCome(): boolean {
  return come;
}

export function tellChangesCome(now: boolean): void {
  come = now;
}
