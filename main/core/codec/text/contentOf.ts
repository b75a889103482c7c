/** What the cells of a column say of it by themselves. Each looks at the cells that are not empty. */
export interface Content {
  filled: readonly string[];
  rows: number;
}

export const contentOf = (rows: readonly (readonly string[])[], column: number): Content => {
  const filled = rows.map((cells) => (cells[column] ?? "").trim()).filter((cell) => cell !== "");
  return { filled, rows: rows.length };
};

const guid = /^[!-~]{9,11}$/;

/** Ten signs at random, as Anki names notes: letters of both kinds, or signs that no word has, and none twice. */
export const isGuids = ({ filled, rows }: Content): boolean =>
  filled.length >= 3 &&
  filled.length === rows &&
  new Set(filled).size === filled.length &&
  filled.every((cell) => guid.test(cell)) &&
  filled.filter((cell) => /[^A-Za-z]/.test(cell) && /[A-Z]/.test(cell) && /[a-z]/.test(cell)).length >=
    filled.length * 0.7;

/** 1, 2, 3 … */
export const isCount = ({ filled, rows }: Content): boolean => {
  const first = Number(filled[0]);
  return filled.length >= 3 && filled.length === rows && filled.every((cell, i) => cell === String(first + i));
};

const path = /^[^:]+(?:::[^:]+)+$/;

/** Names of decks within decks, a few of them. In a tag there is no blank. */
export const isDecks = ({ filled, rows }: Content): boolean =>
  filled.length >= 2 &&
  filled.length > rows * 0.8 &&
  filled.every((cell) => cell.length < 200) &&
  filled.filter((cell) => path.test(cell) && cell.includes(" ")).length > filled.length / 2 &&
  new Set(filled).size <= Math.max(1, filled.length / 2);

const tag = /^[\p{L}\p{N}_\-:./+#&]+$/u;
const sentence = /[.?!]$/;

/** Short words that come again and again, or have levels. */
export function isTags({ filled }: Content): boolean {
  if (filled.length < 2 || filled.some((cell) => cell.length > 100 || sentence.test(cell))) return false;
  const words = filled.flatMap((cell) => cell.split(/[\s,;]+/).filter((word) => word !== ""));
  if (!words.every((word) => tag.test(word)) || words.some((word) => /^\d+$/.test(word))) return false;
  if (filled.filter((cell) => path.test(cell)).length > filled.length / 2) return true;
  return filled.length >= 4 && new Set(words).size <= words.length / 2;
}
