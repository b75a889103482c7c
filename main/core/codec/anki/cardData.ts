/** What Anki notes of a card in `data`. Absent what it does not say, or says impossibly. */
export interface CardData {
  /** Position while it was new. */
  pos?: number;
  /** Stability in days, difficulty 1..10. */
  s?: number;
  d?: number;
  /** Desired retention of its deck. */
  dr?: number;
  decay?: number;
  /** Last review, epoch seconds. */
  lrt?: number;
  /** All other members as they were. */
  others: Record<string, unknown>;
  /** Names of members that were dropped. */
  dropped: string[];
}

const ranges = {
  pos: [0, 2 ** 31],
  s: [0, 1e9],
  d: [1, 10],
  dr: [0.01, 0.9999],
  decay: [0.01, 2],
  lrt: [1, 1e11],
} as const;
type Known = keyof typeof ranges;
const isKnown = (name: string): name is Known => Object.hasOwn(ranges, name);

const nothing: CardData = { others: {}, dropped: [] };

export function readCardData(text: string): CardData {
  if (text === "" || text === "{}") return nothing;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { others: {}, dropped: ["data"] };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { others: {}, dropped: ["data"] };
  const data: CardData = { others: {}, dropped: [] };
  for (const [name, member] of Object.entries(value)) {
    if (!isKnown(name)) data.others[name] = member;
    else if (isWithin(member, ranges[name]) && !(name === "s" && member <= 0)) data[name] = member;
    else if (member !== null) data.dropped.push(name);
  }
  return data;
}

const isWithin = (value: unknown, [least, most]: readonly [number, number]): value is number =>
  typeof value === "number" && value >= least && value <= most;

/** As Anki writes it: in its order, with its numbers of places, and a point in every fraction. */
export function writeCardData({ pos, s, d, dr, decay, lrt, others }: Omit<CardData, "dropped">): string {
  const members: string[] = [];
  const put = (name: string, written: string | undefined) => {
    if (written !== undefined) members.push(`${JSON.stringify(name)}:${written}`);
  };
  put("pos", pos?.toFixed(0));
  put("s", rounded(s, 4));
  put("d", rounded(d, 3));
  put("dr", rounded(dr, 2));
  put("decay", rounded(decay, 3));
  put("lrt", lrt?.toFixed(0));
  for (const [name, value] of Object.entries(others)) put(name, JSON.stringify(value));
  return `{${members.join(",")}}`;
}

const rounded = (value: number | undefined, places: number): string | undefined => {
  if (value === undefined) return undefined;
  const text = String(Number(value.toFixed(places)));
  return /[.e]/.test(text) ? text : `${text}.0`;
};
