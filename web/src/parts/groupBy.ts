/** As `Map.groupBy`, which Node 20 does not have. Pure. */
export function groupBy<T, K>(all: Iterable<T>, key: (it: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const it of all) {
    const group = groups.get(key(it));
    if (group) group.push(it);
    else groups.set(key(it), [it]);
  }
  return groups;
}
