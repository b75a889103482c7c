/**
 * Spreads `b` evenly among `a`, each in its own order: after i of `a` and j of `b`, `b` is next once its even share is due.
 * Source of the rule: Anki, rslib/src/scheduler/queue/builder/intersperser.rs.
 */
export function mix<T>(a: readonly T[], b: readonly T[]): T[] {
  const share = (a.length + 1) / (b.length + 1);
  const mixed: T[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const fromB = i >= a.length || (j < b.length && (j + 1) * share < i + 1);
    mixed.push((fromB ? b[j++] : a[i++]) as T);
  }
  return mixed;
}
