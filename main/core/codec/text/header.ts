import { parseRows } from "./parseRows.ts";
import { separatorNamed } from "./separators.ts";

/** What the lines at the top of a text say of it, each as in Anki. Columns count from 0. */
export interface Header {
  separator?: string;
  html?: boolean;
  /** Added to every note. */
  tags: string[];
  /** Names of columns. */
  columns?: string[];
  /** Name or id. Of a deck and a deck column the later line counts, and so of note types. */
  noteType?: string;
  deck?: string;
  typeColumn?: number;
  deckColumn?: number;
  tagsColumn?: number;
  guidColumn?: number;
  ifMatches?: "update" | "keep" | "duplicate";
  matchScope?: "type" | "typeAndDeck";
}

export interface HeaderBlock {
  header: Header;
  /** Whether there is a line of Anki's that says anything. */
  any: boolean;
  /** Where the rows begin, and in which line. */
  from: number;
  line: number;
  /** Lines that would have said something, but for an empty one above them. */
  late: number[];
}

/** Reads the lines at the top that begin with “#”; the old form, `tags:` in the first line; and the `sep=;` of spreadsheets. */
export function readHeader(text: string): HeaderBlock {
  const header: Header = { tags: [] };
  let any = false;
  let [at, line] = [0, 1];
  for (; at < text.length; line++) {
    const end = lineEnd(text, at);
    const words = text.slice(at, end);
    const excel = line === 1 ? /^"?sep=(.)"?$/i.exec(words) : null;
    if (excel) header.separator = excel[1] ?? ",";
    else if (line === 1 && /^tags:/i.test(words)) any = take(header, words);
    else if (!words.startsWith("#")) break;
    else if (numbered.test(words)) header.columns = words.split(words[1] ?? ",");
    else any = take(header, words.slice(1)) || any;
    at = end + 1;
  }
  return { header, any, from: Math.min(at, text.length), line, late: lateLines(text, at, line) };
}

/** No remark but the names of columns, of which the first counts the rows. */
const numbered = /^#[,;\t|]/;

const blanks = /[ \u3000]+/;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Lines of a header right behind an empty line. */
function lateLines(text: string, from: number, firstLine: number): number[] {
  const late: number[] = [];
  for (let [at, line] = [from, firstLine]; at < text.length; line++) {
    const end = lineEnd(text, at);
    const words = text.slice(at, end);
    if (words.startsWith("#") && take({ tags: [] }, words.slice(1))) late.push(line);
    else if (words.trim() !== "" && !words.startsWith("#")) break;
    at = end + 1;
  }
  return late;
}

/** Takes a line in; false if it says nothing that is known. */
function take(header: Header, line: string): boolean {
  const colon = line.indexOf(":");
  if (colon < 0) return false;
  const key = line.slice(0, colon).trim().toLowerCase();
  const value = line.slice(colon + 1);
  const reader = readers.get(key);
  if (!reader) return false;
  reader(header, value);
  return true;
}

/** A spreadsheet fills the line up with separators. The first character may be one that is meant. */
function trimmed(value: string, filler = "\t,;|: "): string {
  let end = value.length;
  while (end > 1 && filler.includes(value[end - 1] ?? "")) end--;
  return value.slice(0, end);
}

/** A name may end with any sign but the one that stands between cells. */
const named = ({ separator = "\t" }: Header, value: string): string => trimmed(value, separator).trim();

const column = (value: string): number | undefined => {
  const number = /^\+?\d{1,4}$/.test(trimmed(value).trim()) ? Number(trimmed(value)) : 0;
  return number > 0 ? number - 1 : undefined;
};

const put = <K extends keyof Header>(header: Header, key: K, value: Header[K] | undefined | null) => {
  if (value !== undefined && value !== null) header[key] = value as Header[K];
};

const matchRules = new Map([
  ["update current", "update"],
  ["keep current", "keep"],
  ["keep both", "duplicate"],
] as const) as ReadonlyMap<string, Header["ifMatches"]>;

const matchScopes = new Map([
  ["notetype", "type"],
  ["notetype + deck", "typeAndDeck"],
] as const) as ReadonlyMap<string, Header["matchScope"]>;

const readers = new Map<string, (header: Header, value: string) => void>([
  ["separator", (header, value) => put(header, "separator", separatorNamed(trimmed(value)))],
  [
    "html",
    (header, value) => {
      const word = trimmed(value).trim().toLowerCase();
      if (word === "true" || word === "false") header.html = word === "true";
    },
  ],
  ["tags", (header, value) => void header.tags.push(...named(header, value).split(blanks).filter(Boolean))],
  [
    "columns",
    (header, value) => {
      const [row] = parseRows(value, { separator: header.separator ?? "\t", width: 0 });
      put(header, "columns", row?.cells);
    },
  ],
  [
    "notetype",
    (header, value) => {
      delete header.typeColumn;
      put(header, "noteType", named(header, value) || undefined);
    },
  ],
  [
    "deck",
    (header, value) => {
      delete header.deckColumn;
      put(header, "deck", named(header, value) || undefined);
    },
  ],
  ["notetype column", (header, value) => put(header, "typeColumn", column(value))],
  ["deck column", (header, value) => put(header, "deckColumn", column(value))],
  ["tags column", (header, value) => put(header, "tagsColumn", column(value))],
  ["guid column", (header, value) => put(header, "guidColumn", column(value))],
  ["if matches", (header, value) => put(header, "ifMatches", matchRules.get(trimmed(value).trim().toLowerCase()))],
  ["match scope", (header, value) => put(header, "matchScope", matchScopes.get(trimmed(value).trim().toLowerCase()))],
]);
