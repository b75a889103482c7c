import type { Glob } from "./ast.ts";

/** A glob in pieces: what stands between its stars. */
type Part = string | null;

/** Splits a glob into literal runs, `null` for one character (`_`), and lists of these between stars. */
function parts(glob: Glob): Part[][] {
  const pieces: Part[][] = [[]];
  const add = (part: Part) => {
    const piece = pieces.at(-1) as Part[];
    const last = piece.at(-1);
    if (part !== null && typeof last === "string") piece[piece.length - 1] = last + part;
    else piece.push(part);
  };
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i] as string;
    if (char === "\\") add(glob[++i] ?? char);
    else if (char === "_") add(null);
    else if (char !== "*") add(char);
    else if (pieces.at(-1)?.length !== 0 || pieces.length === 1) pieces.push([]);
  }
  return pieces;
}

/** Whether anything in it stands for other characters. */
export const isGlob = (glob: Glob): boolean => {
  const pieces = parts(glob);
  return pieces.length > 1 || (pieces[0] as Part[]).includes(null);
};

/** The characters that it names, stars and `_` left out. */
export const literal = (glob: Glob): string =>
  parts(glob)
    .flat()
    .map((part) => part ?? "")
    .join("");

type Test = (text: string) => boolean;

/** Whether a text contains what a glob says. Time grows with the text's length, however many stars there are. */
export function contains(glob: Glob): Test {
  const [only, ...others] = parts(glob);
  if (others.length === 0 && only?.length === 1 && typeof only[0] === "string") {
    const text = only[0];
    return (other) => other.includes(text);
  }
  return anchored(`*${glob}*`);
}

/** Whether a text is what a glob says, from beginning to end. */
export function anchored(glob: Glob): Test {
  const pieces = parts(glob);
  if (pieces.length === 1) {
    const [piece = []] = pieces;
    if (!piece.includes(null)) {
      const text = piece.join("");
      return (other) => other === text;
    }
    const whole = new RegExp(`^${source(piece)}$`, "u");
    return (text) => whole.test(text);
  }
  const first = new RegExp(source(pieces[0] as Part[]), "uy");
  const last = new RegExp(`${source(pieces.at(-1) as Part[])}$`, "u");
  const middle = pieces.slice(1, -1).map((piece) => finder(piece));
  const room = (pieces.at(-1) as Part[]).reduce((sum, part) => sum + (part?.length ?? 1), 0);
  return (text) => {
    first.lastIndex = 0;
    if (!first.test(text)) return false;
    let at = first.lastIndex;
    for (const find of middle) {
      at = find(text, at);
      if (at < 0) return false;
    }
    // The end is looked for where it must be: a character of two units may need one more for each.
    if (room === 0) return true;
    const tail = text.slice(Math.max(at, text.length - 2 * room));
    return last.test(tail);
  };
}

/** Finds a piece at or after a place, and gives where it ends; -1 if it is not there. */
function finder(piece: Part[]): (text: string, from: number) => number {
  if (!piece.includes(null)) {
    const needle = piece.join("");
    return (text, from) => {
      const at = text.indexOf(needle, from);
      return at < 0 ? -1 : at + needle.length;
    };
  }
  const pattern = new RegExp(source(piece), "ug");
  return (text, from) => {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
}

const source = (piece: Part[]) =>
  piece.map((part) => (part === null ? "[^]" : part.replace(/[$()*+./?[\\\]^{|}-]/g, "\\$&"))).join("");

/** The same as a pattern, for whole words. */
export const asPattern = (glob: Glob): string =>
  parts(glob)
    .map((piece) => piece.map((part) => (part === null ? "." : part.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&"))).join(""))
    .join(".*");

/** For each way in which a name may end before `::`: the name itself, and what lies around it. */
export function* prefixesOf(name: string): Generator<string> {
  for (let at = name.indexOf("::"); at >= 0; at = name.indexOf("::", at + 1)) yield name.slice(0, at);
  yield name;
}
