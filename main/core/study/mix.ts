/**
 * Spreads `b` evenly among `a`, each in its own order: after i of `a` and j of `b`, `b` is next once its even share is due.
 * Source of the rule: Anki, rslib/src/scheduler/queue/builder/intersperser.rs. Unlike there, what was `done` of both counts too, so
 * that a day goes on in the same measure however often its rest is mixed anew.
 */
export function mix<T>(a: readonly T[], b: readonly T[], done = { a: 0, b: 0 }): T[] {
  const share = (done.a + a.length + 1) / (done.b + b.length + 1);
  const mixed: T[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const fromB = i >= a.length || (j < b.length && (done.b + j + 1) * share < done.a + i + 1);
    mixed.push((fromB ? b[j++] : a[i++]) as T);
  }
  return mixed;
}
