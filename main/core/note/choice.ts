/** The answers to choose from: a non-empty line of `wrong` is one. In an order that the seed alone decides. */
export function options(right: string, wrong: string, seed: number): { text: string; right: boolean }[] {
  const all = [
    { text: right, right: true },
    ...wrong
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((text) => ({ text, right: false })),
  ];
  const random = mulberry32(seed);
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as (typeof all)[number], all[i] as (typeof all)[number]];
  }
  return all;
}

/** Tommy Ettinger's Mulberry32: uniform in [0, 1), the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
