import { type ClozeNode, clozeNumbers, parseCloze } from "../cloze/parse.ts";
import { splitIntoClozes } from "./splitIntoClozes.ts";
import { type Advice, plain, type Subject } from "./subject.ts";
import { enumerated, wordCount } from "./words.ts";

/** Gaps that leave nothing to go by, that hide a whole list, or that are not there yet. */
export function clozeRules({ type, fields }: Subject): Advice[] {
  const first = type.fields[0]?.id;
  const text = first === undefined ? "" : (fields[first] ?? "");
  if (type.kind !== "cloze" || type.stock === "occlusion" || first === undefined || text.trim() === "") return [];
  const numbers = clozeNumbers(text);
  if (numbers.length === 0) return unhidden(first, text, wordCount(plain(type, text)));
  const nodes = parseCloze(text);
  const all: Advice[] = [];
  for (const number of numbers.slice(0, 20)) {
    const [shown, hidden, hinted] = halves(nodes, number);
    const left = wordCount(plain(type, shown));
    const gone = wordCount(plain(type, hidden));
    if (left >= 3 || left >= gone || hinted || /<img|!\[|\\\(|\\\[|\[sound:/.test(text)) continue;
    all.push({
      rule: "allHidden",
      weight: 85,
      field: first,
      say: left === 0 ? `Gap ${number} hides everything.` : `Gap ${number} leaves almost nothing to go by.`,
      why: "A gap asks by what stands around it. With too little of that, many answers fit; more of the sentence, or a hint such as {{c1::Yerevan::a city}}, says which one is meant.",
      fix: null,
    });
    break;
  }
  const list = listed(nodes);
  if (list && numbers.length === 1) {
    const apart = text.replace(list.source, separated(list.source, list.items));
    all.push({
      rule: "list",
      weight: 58,
      field: first,
      say: `${list.items.length} things in one gap: a list is the hardest to remember.`,
      why: "One forgotten item makes the whole card wrong, and nothing says which one it was. With a gap for each, they are asked one by one, and the others help.",
      fix: { say: "Make each a gap of its own", fields: { [first]: apart } },
    });
  }
  return all;
}

function unhidden(field: string, text: string, words: number): Advice[] {
  const split = words < 4 ? null : splitIntoClozes(text);
  if (split === null) return [];
  return [
    {
      rule: "noGap",
      weight: 30,
      field,
      say: "Nothing is hidden yet.",
      why: "Dates, numbers, names and what a sentence ends in are what is usually asked. Undo takes the gaps out again, or take out those that you do not want.",
      fix: { say: "Split into gaps", fields: { [field]: split } },
    },
  ];
}

/** What a card shows of a text, what it hides, and whether it gives a hint. */
function halves(nodes: readonly ClozeNode[], number: number, inGap = false): [string, string, boolean] {
  let [shown, hidden, hinted] = ["", "", false];
  for (const node of nodes) {
    if (typeof node === "string") {
      if (inGap) hidden += node;
      else shown += node;
      continue;
    }
    const isAsked = inGap || node.numbers.includes(number);
    const [more, less, hint] = halves(node.children, number, isAsked);
    shown += isAsked ? " … " : more;
    hidden += less;
    hinted ||= hint || (isAsked && Boolean(node.hint?.trim()));
  }
  return [shown, hidden, hinted];
}

function listed(nodes: readonly ClozeNode[]): { source: string; items: string[] } | null {
  for (const node of nodes) {
    const only = typeof node === "string" ? undefined : node.children[0];
    if (typeof node === "string" || typeof only !== "string" || node.children.length > 1 || node.hint !== null)
      continue;
    const items = enumerated(only);
    if (items.length > 3 && !/[<*_`[\\]/.test(only))
      return { source: `{{c${node.numbers.join(",")}::${only}}}`, items };
  }
  return null;
}

function separated(source: string, items: readonly string[]): string {
  let rest = source.replace(/^\{\{c[\d,]+::/, "").replace(/\}\}$/, "");
  let made = "";
  for (const [i, item] of items.entries()) {
    const at = rest.indexOf(item);
    made += `${rest.slice(0, at)}{{c${i + 1}::${item}}}`;
    rest = rest.slice(at + item.length);
  }
  return made + rest;
}
