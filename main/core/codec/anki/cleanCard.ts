import type { AnkiCard } from "./collection.ts";

/** Columns that must lie between two numbers; what they are called for people. */
const ranges: readonly (readonly [keyof AnkiCard, number, number, string])[] = [
  ["id", 1, Number.MAX_SAFE_INTEGER, "number"],
  ["did", 0, Number.MAX_SAFE_INTEGER, "deck"],
  ["ord", -1, 65_535, "place among its templates"],
  ["mod", 0, 1e11, "time of change"],
  ["usn", -(2 ** 31), 2 ** 31 - 1, "sync number"],
  ["type", 0, 3, "type"],
  ["queue", -3, 4, "queue"],
  ["due", -(2 ** 31), 2 ** 31 - 1, "due date"],
  ["ivl", 0, 36_500, "interval"],
  ["factor", 0, 65_535, "ease"],
  ["reps", 0, 2 ** 31 - 1, "number of reviews"],
  ["lapses", 0, 2 ** 31 - 1, "number of lapses"],
  ["left", 0, 2 ** 31 - 1, "number of steps"],
  ["odue", -(2 ** 31), 2 ** 31 - 1, "due date at home"],
  ["odid", 0, Number.MAX_SAFE_INTEGER, "home deck"],
  ["flags", 0, 2 ** 31 - 1, "flag"],
];

/** The card with whole numbers where they can be, and what had to be mended. An unknown type or queue makes it a new card. */
export function cleanCard(row: AnkiCard): { row: AnkiCard; mended: string[] } {
  if (isClean(row)) return { row, mended: [] };
  const mended: string[] = [];
  const clean = { ...row } as Record<keyof AnkiCard, number | string>;
  for (const [name, least, most, words] of ranges) {
    const value = Number(row[name]);
    const whole = Number.isFinite(value) ? Math.min(Math.max(Math.round(value), least), most) : 0;
    clean[name] = whole;
    // Some programs wrote milliseconds, or fractions of seconds.
    if (name === "mod") clean.mod = whole > 1e11 - 1 ? Math.floor(value / 1_000) || 0 : whole;
    else if (whole !== value) mended.push(words);
  }
  clean.data = typeof row.data === "string" ? row.data : "";
  if (mended.includes("type") || mended.includes("queue"))
    Object.assign(clean, { type: 0, queue: 0, due: 0, ivl: 0, left: 0, factor: 0, odue: 0 });
  return { row: clean as unknown as AnkiCard, mended };
}

function isClean(row: AnkiCard): boolean {
  for (const [name, least, most] of ranges) {
    const value = row[name];
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) return false;
  }
  return typeof row.data === "string";
}
