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
  const byDigits = new Map<string, number[]>();
  texts.forEach((text, i) => {
    const digits = (text.match(/\p{N}+/gu) ?? []).join(" ");
    const places = byDigits.get(digits);
    if (places) places.push(i);
    else byDigits.set(digits, [i]);
  });
  const groups = [...byDigits.values()].flatMap((places) => (places.length > 1 ? grouped(sets, places) : []));
  return groups.sort((a, b) => (a.members[0] as number) - (b.members[0] as number));
}

function grouped(sets: readonly Int32Array[], places: readonly number[]): Group[] {
  const index = new Map<number, number[]>();
  const groups = new Map<number, Group>();
  const met = new Set<number>();
  for (const i of places) {
    const set = sets[i] as Int32Array;
    let leader = -1;
    let share = 0;
    met.clear();
    const has = new Set(set);
    for (const gram of prefix(set))
      for (const j of index.get(gram) ?? []) {
        if (met.has(j)) continue;
        met.add(j);
        const common = jaccard(has, sets[j] as Int32Array);
        if (common >= threshold && common > share) [leader, share] = [j, common];
      }
    if (leader >= 0) {
      const group = groups.get(leader) ?? { members: [leader], least: 1 };
      groups.set(leader, { members: [...group.members, i], least: Math.min(group.least, share) });
      continue;
    }
    for (const gram of prefix(set)) {
      const list = index.get(gram);
      if (list) list.push(i);
      else index.set(gram, [i]);
    }
  }
  return [...groups.values()];
}

/** Two sets that are alike share at least one of these. */
const prefix = (set: Int32Array) => set.subarray(0, set.length - Math.ceil(threshold * set.length) + 1);

const buckets = 1 << 20;

/** The trigrams of each text as numbers, the rarest among all texts first. */
function trigrams(texts: readonly string[]): Int32Array[] {
  const counts = new Int32Array(buckets);
  const sets = texts.map((text) => {
    const padded = `  ${text.slice(0, longest)} `;
    const grams = new Int32Array(padded.length - 2);
    for (let i = 0; i < grams.length; i++) grams[i] = gram(padded, i);
    grams.sort();
    let size = 0;
    for (let i = 0; i < grams.length; i++) if (i === 0 || grams[i] !== grams[i - 1]) grams[size++] = grams[i] as number;
    const set = grams.slice(0, size);
    for (const one of set) counts[one & (buckets - 1)] = (counts[one & (buckets - 1)] as number) + 1;
    return set;
  });
  // How often they occur decides, roughly, by buckets; what counts is that it is the same order in all.
  for (const set of sets)
    set.sort((a, b) => (counts[a & (buckets - 1)] as number) - (counts[b & (buckets - 1)] as number) || a - b);
  return sets;
}

/** Three characters as a number. Different ones hardly ever share one. */
function gram(text: string, i: number): number {
  const mixed = Math.imul(Math.imul(text.charCodeAt(i), 0x9e3779b1) ^ text.charCodeAt(i + 1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15) ^ Math.imul(text.charCodeAt(i + 2), 0xc2b2ae35)) | 0;
}

/** Of sets in the same order: the share that both have. Given up as soon as it cannot reach the threshold. */
function jaccard(a: ReadonlySet<number>, b: Int32Array): number {
  const all = a.size + b.length;
  // Shared by as many as needed for shared / (all - shared) to reach the threshold.
  const needed = (threshold * all) / (1 + threshold);
  if (Math.min(a.size, b.length) < needed) return 0;
  let shared = 0;
  for (let j = 0; j < b.length; j++) {
    if (a.has(b[j] as number)) shared++;
    if (shared + b.length - j - 1 < needed) return 0;
  }
  return shared / (all - shared);
}
