import type { Node, Term } from "./ast.ts";

/** Writes a search so that `parse` reads the same tree again. */
export function print(node: Node): string {
  switch (node.type) {
    case "and":
    case "or":
      return node.nodes
        .map((inner) => (inner.type === "and" || inner.type === "or" ? `(${print(inner)})` : print(inner)))
        .join(node.type === "and" ? " " : " or ");
    case "not":
      return ["and", "or", "not"].includes(node.node.type) ? `-(${print(node.node)})` : `-${print(node.node)}`;
    case "all":
      return "";
    default:
      return quoted(written(node));
  }
}

/** A term `key:value` for a value that is no glob and no pattern: a name from the collection. */
export const termFor = (key: string, value: string): string => quoted(`${key}:${escapeGlob(value)}`);

/** A name as a glob that only it matches. */
export const escapeGlob = (name: string): string => name.replace(/[\\*_"]/g, "\\$&");

const quoted = (text: string) => (/[\s\u3000()"]|^-|^(and|or)$/i.test(text) ? `"${text}"` : text);

/** As it stands between quotes. */
function written(term: Exclude<Term, { type: "all" }>): string {
  switch (term.type) {
    case "text":
      return { plain: "", word: "w:", bare: "nc:", gaps: "sc:" }[term.how] + glob(term.text, term.how === "plain");
    case "regex":
      return `re:${pattern(term.pattern)}`;
    case "field":
      return `${glob(term.field, true)}:${value(term)}`;
    case "tag":
      return `tag:${value(term)}`;
    case "deck":
      return `deck:${glob(term.name)}`;
    case "noteType":
      return `note:${glob(term.name)}`;
    case "cardName":
      return `card:${glob(term.name)}`;
    case "preset":
      return `preset:${term.name}`;
    case "ord":
      return `card:${term.ord + 1}`;
    case "flag":
      return `flag:${term.flag}`;
    case "deckIds":
      return `did:${term.ids.join(",")}`;
    case "typeIds":
      return `mid:${term.ids.join(",")}`;
    case "noteIds":
      return `nid:${term.ids.join(",")}`;
    case "cardIds":
      return `cid:${term.ids.join(",")}`;
    case "dupe":
      return `dupe:${term.noteType},${term.text.replace(/["\\]/g, "\\$&")}`;
    case "hasCustomData":
      return `has-cd:${glob(term.key)}`;
    case "state":
      return `is:${term.state}`;
    case "rescheduled":
      return `resched:${term.days}`;
    case "added":
    case "edited":
    case "introduced":
      return `${term.type}:${term.days}`;
    case "rated":
      return `rated:${term.days}${term.grade === null ? "" : `:${term.grade}`}`;
    case "number":
      return `prop:${term.of}${term.operator}${term.value}`;
    case "ratedOn":
      return `prop:rated${term.operator}${term.day}${term.grade === null ? "" : `:${term.grade}`}`;
    case "rescheduledOn":
      return `prop:resched${term.operator}${term.day}`;
    case "customNumber":
      return `prop:cdn:${term.key}${term.operator}${term.value}`;
    case "customText":
      return `prop:cds:${term.key}${term.operator}${term.value}`;
  }
}

const value = ({ text, how }: { text: string; how: "plain" | "bare" | "regex" }) =>
  how === "regex" ? `re:${pattern(text)}` : how === "bare" ? `nc:${glob(text)}` : plainValue(text);

/** `re:` and `nc:` at the front would change what follows. */
const plainValue = (text: string) => glob(text).replace(/^(re|nc):/, "$1\\:");

const glob = (text: string, colons = false) => text.replace(colons ? /[":-]/g : /"/g, "\\$&");
const pattern = (text: string) => text.replaceAll('"', '\\"');
