/** What came of doing the same to many. */
export interface Outcome {
  readonly done: number;
  readonly refused: readonly unknown[];
}

/** Does it to each, `atOnce` at a time; one that is refused does not stop the others. */
export async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<unknown>,
): Promise<Outcome> {
  const left = [...items];
  const refused: unknown[] = [];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await act(item).catch(error => refused.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { done: items.length - refused.length, refused };
}
