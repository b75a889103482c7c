import type { Table } from "../../main/core/codec/text/readTable.ts";
import type { Awkward } from "../transfer/text/awkward.ts";

interface Difference {
  name: string;
  reason: string;
  /** Whether it may explain why such a file has other cells. */
  explains(given: Awkward, table: Table): boolean;
}

const odd =
  (...kinds: string[]) =>
  (_: Awkward, { rows }: Table) =>
    rows.some((row) => row.odd && kinds.includes(row.odd));
const textOf = ({ content }: Awkward) =>
  typeof content === "string" ? content : Buffer.from(content).toString("latin1");

/** Every way in which Mneme may see other cells than Anki, with the same separator. */
export const textDifferences: readonly Difference[] = [
  {
    name: "another encoding",
    reason: "Anki reads UTF-8 and nothing else; Mneme reads UTF-16, Windows-1252 and UTF-8 with broken places.",
    explains: ({ content }, { options }) => options.encoding !== "utf-8" || typeof content !== "string",
  },
  {
    name: "a quotation mark that swallows rows",
    reason: "Anki reads on to the end of the file, or to the next quotation mark; Mneme keeps the rows and says so.",
    explains: odd("literal"),
  },
  {
    name: "quotation marks within quotation marks",
    reason:
      "Anki ends the cell at the first of them and drops it; Mneme keeps all of them where the cell ends properly later on.",
    explains: odd("inner"),
  },
  {
    name: "nothing but a header",
    reason: "Anki refuses such a file as empty; Mneme says that there are no rows in it.",
    explains: (_, { rows, block }) => rows.length === 0 && block.any,
  },
  {
    name: "rows of blanks",
    reason: "Anki makes a note of blanks; to Mneme such a row is as empty as one of nothing but separators.",
    explains: (given, { options }) =>
      textOf(given)
        .split("\n")
        .some((line) => line.includes(" ") && line.replaceAll(options.separator, "").trim() === ""),
  },
  {
    name: "the first line of a spreadsheet",
    reason: "To Anki “sep=;” is a row; to Mneme it names the separator.",
    explains: (given) => textOf(given).startsWith("sep="),
  },
];
