/** Share of trigrams in common (Jaccard) from which two texts count as alike. */
export const threshold = 0.7;

/** Longer texts are compared by their beginnings. */
const longest = 1_000;

interface Group {
  /** Places in the list that was given; the first one leads. */
  members: number[];
  /** The least similarity of a member to the leader. */
  least: number;
}

/**
 * Groups of texts that are alike, each led by its first. Two texts are as alike as the share of runs of three characters
 * that they have in common; texts with other numbers are never alike (chapter 1, chapter 2). Only texts that share one of
 * their rarest trigrams are compared, which loses none (prefix filter: Chaudhuri et al., ICDE 2006; Bayardo et al., WWW 2007).
 */
export function alike(texts: readonly string[]): Group[] {
  const sets = trigrams(texts);
  const digits = texts.map((text) => (text.match(/\p{N}+/gu) ?? []).join(" "));
  const index = new Map<number, number[]>();
  const groups = new Map<number, Group>();
  sets.forEach((set, i) => {
    const [leader, share] = nearest(i, set);
    if (leader >= 0) {
      const group = groups.get(leader) ?? { members: [leader], least: 1 };
      groups.set(leader, { members: [...group.members, i], least: Math.min(group.least, share) });
      return;
    }
    for (const gram of prefix(set)) {
      const list = index.get(gram);
      if (list) list.push(i);
      else index.set(gram, [i]);
    }
  });
  return [...groups.values()];

  function nearest(i: number, set: Int32Array): [number, number] {
    let best: [number, number] = [-1, 0];
    const met = new Set<number>();
    for (const gram of prefix(set))
      for (const j of index.get(gram) ?? []) {
        if (met.has(j)) continue;
        met.add(j);
        const other = sets[j] as Int32Array;
        const [small, great] = set.length < other.length ? [set, other] : [other, set];
        if (small.length < threshold * great.length || digits[i] !== digits[j]) continue;
        const share = jaccard(set, other);
        if (share >= threshold && share > best[1]) best = [j, share];
      }
    return best;
  }
}

/** Two sets that are alike share at least one of these. */
const prefix = (set: Int32Array) => set.subarray(0, set.length - Math.ceil(threshold * set.length) + 1);

/** The trigrams of each text as numbers, the rarest among all texts first. */
function trigrams(texts: readonly string[]): Int32Array[] {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const sets = texts.map((text) => {
    const padded = `  ${text.slice(0, longest)} `;
    const set = new Set<number>();
    for (let i = 0; i + 3 <= padded.length; i++) {
      const gram = padded.slice(i, i + 3);
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
        counts.push(0);
      }
      if (!set.has(id)) {
        set.add(id);
        counts[id] = (counts[id] as number) + 1;
      }
    }
    return set;
  });
  const order = counts.map((_, id) => id).sort((a, b) => (counts[a] as number) - (counts[b] as number));
  const ranks = new Int32Array(order.length);
  order.forEach((id, rank) => {
    ranks[id] = rank;
  });
  return sets.map((set) => Int32Array.from(set, (id) => ranks[id] as number).sort());
}

function jaccard(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (a.length + b.length - shared);
}
