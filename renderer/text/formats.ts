import type { FormatId } from "../../main/contract/shapes.ts";
import { count } from "./numbers.ts";

const formats: Record<FormatId, string> = {
  apkg: "Anki deck package",
  colpkg: "Anki collection package",
  anki2: "Anki collection",
  text: "Anki notes in plain text",
  csv: "Table for spreadsheets",
  markdown: "Mneme deck in Markdown",
  markdownFolder: "Mneme folder of Markdown",
  json: "Mneme deck in JSON",
  crowdanki: "CrowdAnki deck",
  mnemosyne: "Mnemosyne cards",
  mochi: "Mochi deck",
};

/** What a format is called. */
export const formatName = (id: FormatId): string => formats[id];

const units = ["kB", "MB", "GB", "TB"];
const tenths = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** "3.4 MB"; bytes below a thousand are told as such. */
export function bytes(n: number): string {
  if (n < 1_000) return count(n, "byte");
  const power = Math.min(units.length, Math.floor(Math.log10(n) / 3));
  return `${tenths.format(n / 1_000 ** power)} ${units[power - 1]}`;
}
