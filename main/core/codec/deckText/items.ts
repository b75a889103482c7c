import { finder } from "../finder.ts";

/** What the lines of a deck say, before anyone asks what it means. `line` counts from 1. */
export type Item =
  | { kind: "entry"; line: number; key: string; value: string; quoted?: true; exact?: true }
  | { kind: "heading"; line: number; level: number; name: string }
  | { kind: "fence"; line: number }
  | { kind: "gap"; line: number }
  | { kind: "problem"; line: number; cause: string };

interface Line {
  text: string;
  number: number;
  at: number;
}

const causes = {
  stray: `This line belongs to nothing: begin it with a key such as “Q:”, or with two spaces to go on with the line above.`,
  indented: "This line is indented, but there is nothing above it to go on with: remove the spaces before it.",
  heading: "A heading needs a space after the “#”.",
  comment: "This comment has no end: write “-->” after it. It was read as one line.",
  behind: "There is text behind the end of this comment: put it on a line of its own.",
};

/** Reads lines into items, in time linear in the text. Of neighbouring lines that mean nothing only the first is told. */
export function* items(source: string): Generator<Item> {
  const text = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const commentEnd = finder(text, "-->");
  const nextComment = finder(text, "\n<!--");
  let entry: (Omit<Item & { kind: "entry" }, "value"> & { value: string[] }) | null = null;
  let free = false;
  let blanks: string[] = [];
  let stray = -1;
  let commentUntil = 0;

  for (const { text: line, number, at } of linesOf(text)) {
    if (at < commentUntil) continue;
    const rest = dedent(line);
    if (line.trim() === "") {
      blanks.push(rest ?? "");
      continue;
    }
    if (entry && rest !== null) {
      for (const blank of blanks) entry.value.push(blank);
      entry.value.push(rest);
      blanks = [];
      continue;
    }
    if (entry) yield entryItem(entry);
    if (blanks.length > 0) {
      yield { kind: "gap", line: number - 1 };
      free = false;
    }
    [entry, blanks] = [null, []];

    if (line.startsWith("<!--")) {
      const end = commentEnd(at) + 3;
      const closed = Number.isFinite(end) && end <= nextComment(at + 1);
      commentUntil = closed ? end : at;
      const behind = closed ? text.slice(end, lineEnd(text, end)).trim() : "";
      if (!closed) yield { kind: "problem", line: number, cause: causes.comment };
      else if (behind !== "") yield { kind: "problem", line: number, cause: causes.behind };
      continue;
    }
    const item: Item = (free ? readFree(line, number) : null) ?? read(line, number, rest !== null);
    free = item.kind === "entry" ? free || item.key.toLowerCase() === "note" : free && item.kind === "problem";
    if (item.kind === "problem") {
      if (stray !== number - 1) yield item;
      stray = number;
    } else if (item.kind === "entry" && item.exact) yield item;
    else if (item.kind === "entry") entry = { ...item, value: [item.value.trimStart()] };
    else yield item;
  }
  if (entry) yield entryItem(entry);
}

function read(line: string, number: number, indented: boolean): Item {
  const heading = /^(#+)(?:[ \t](.*))?$/s.exec(line);
  if (heading)
    return { kind: "heading", line: number, level: heading[1]?.length ?? 0, name: (heading[2] ?? "").trim() };
  if (line.trimEnd() === "---") return { kind: "fence", line: number };
  const entry = /^([A-Za-z][A-Za-z-]{0,20})[ \t]*:(.*)$/s.exec(line);
  if (entry) return entryOf(number, entry[1] ?? "", entry[2] ?? "");
  const cause = indented ? causes.indented : line.startsWith("#") ? causes.heading : causes.stray;
  return { kind: "problem", line: number, cause };
}

/** A line of a note whose keys are the names of its fields: any name, or one in quotation marks. */
function readFree(line: string, number: number): Item | null {
  const quoted = /^("(?:[^"\\]|\\.)*")[ \t]*:(.*)$/s.exec(line);
  const name = quoted && textIn(quoted[1] ?? "");
  if (quoted && name !== null) return { ...entryOf(number, name, quoted[2] ?? ""), quoted: true };
  const plain = /^([\p{L}\p{N}][^:]{0,99}):(.*)$/su.exec(line);
  return plain && entryOf(number, (plain[1] ?? "").trimEnd(), plain[2] ?? "");
}

/** What is written right behind `:=`, as in JSON, is taken letter by letter. */
function entryOf(line: number, key: string, rest: string): Item & { kind: "entry" } {
  const exact = rest.startsWith("=") ? textIn(rest.slice(1)) : null;
  return exact === null
    ? { kind: "entry", line, key, value: rest }
    : { kind: "entry", line, key, value: exact, exact: true };
}

function textIn(json: string): string | null {
  if (!json.trimStart().startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** A first line with nothing on it is none. */
function entryItem({ value: [first = "", ...more], ...rest }: { line: number; key: string; value: string[] }): Item {
  const lines = first === "" ? more : [first, ...more];
  return { ...rest, kind: "entry", value: lines.join("\n").trimEnd() };
}

/** The line without its indent of two spaces or a tab; null if it has none. */
function dedent(line: string): string | null {
  if (line.startsWith("  ")) return line.slice(2);
  return line.startsWith("\t") ? line.slice(1) : null;
}

function* linesOf(text: string): Generator<Line> {
  for (let [at, number] = [0, 1]; at <= text.length; number++) {
    const end = lineEnd(text, at);
    yield { text: text.slice(at, end), number, at };
    at = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
