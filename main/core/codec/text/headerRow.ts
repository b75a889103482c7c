import { partsNamed, plainName } from "./columnNames.ts";

const longestName = 60;
const mark = /<|\{\{|\n|[?!。？！]$/;
const figure = /^[\s\d.,:/%+€$£-]+$/;

/** Whether the first of these rows names the columns: by what it says, or since it differs from all others. `known`: names of fields. */
export function isHeaderRow(rows: readonly (readonly string[])[], known: ReadonlySet<string>): boolean {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return false;
  const names = first.map((name) => name.trim());
  const filled = names.filter((name) => name !== "");
  const named = filled.filter((name) => known.has(plainName(name)) || partsNamed(name).length > 0).length;
  const isNames =
    filled.length >= 1 &&
    new Set(filled.map(plainName)).size === filled.length &&
    filled.every((name) => name.length <= longestName && !mark.test(name) && (name === "#" || !figure.test(name)));
  if (!isNames || filled.length < names.length - 1) return false;
  if (filled.map(plainName).join() === "q,a") return true;
  if (named > filled.length / 2 && !playsTwice(filled)) return true;
  return filled.length > 1 && differs(names, rest);
}

/** “answer,réponse” is a row of a dictionary: both would be the same column. */
function playsTwice(names: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const name of names) {
    const [part] = partsNamed(name);
    if (part === undefined || part === "extra") continue;
    if (seen.has(part)) return true;
    seen.add(part);
  }
  return false;
}

/** Whether columns hold what their first cell is not: figures, addresses, tags of HTML, or long texts below a short word. */
function differs(names: readonly string[], rest: readonly (readonly string[])[]): boolean {
  let differing = 0;
  for (const [i, name] of names.entries()) {
    const cells = rest.map((row) => (row[i] ?? "").trim()).filter((cell) => cell !== "");
    if (cells.length < 2) continue;
    if (cells.includes(name) && name !== "") return false;
    const kind = [figure, /^https?:\/\//, /<[a-z/]/i].find((pattern) => cells.every((cell) => pattern.test(cell)));
    if (kind && !kind.test(name)) differing++;
    else if (cells.length >= 5 && name.length < 20 && cells.every((cell) => cell.length > 30)) differing++;
  }
  return differing > 0;
}
