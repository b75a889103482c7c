import type { Node, Term } from "../../main/core/search/ast.ts";

interface Difference {
  name: string;
  reason: string;
  /** Whether it may explain the cards that only Mneme finds, and those that only Anki does. */
  explains(search: Node, more: string[], less: string[]): boolean;
}

/** All terms of a search, and whether a minus stands before them. */
function* terms(node: Node, negated = false): Generator<{ term: Term; negated: boolean }> {
  if ("nodes" in node) for (const inner of node.nodes) yield* terms(inner, negated);
  else if (node.type === "not") yield* terms(node.node, !negated);
  else yield { term: node, negated };
}

const some = (node: Node, test: (term: Term, negated: boolean) => boolean): boolean =>
  [...terms(node)].some(({ term, negated }) => test(term, negated));

const asksForText = ({ type }: Term) => type === "text" || type === "regex" || type === "field";

/** Every way in which a search of Mneme may find other cards than Anki's. */
export const searchDifferences: readonly Difference[] = [
  {
    name: "all gaps of a cloze",
    reason: "In Anki only the first gap's card has the template's name; in Mneme all gaps' cards do.",
    explains: (node) => some(node, (term) => term.type === "cardName" && /^cloze$/i.test(term.name)),
  },
  {
    name: "minus before what a card lacks",
    reason: "In Anki neither prop:s>1 nor -prop:s>1 finds a card without a memory; in Mneme the second one does.",
    explains: (node, more, less) =>
      less.length === 0 &&
      more.length > 0 &&
      some(
        node,
        (term, negated) =>
          negated && (term.type === "customNumber" || (term.type === "number" && ["s", "d", "r"].includes(term.of))),
      ),
  },
  {
    name: "minus before sc:",
    reason:
      "Anki's -sc:dog means clozes but none with “dog”, or nothing at all; Mneme's means all that sc:dog does not find.",
    explains: (node) => some(node, (term, negated) => negated && term.type === "text" && term.how === "gaps"),
  },
  {
    name: "case in every script",
    reason: "Anki knows that a and A are one letter, but not that é and É are; Mneme knows it of all.",
    explains: (node) =>
      some(
        node,
        (term) =>
          (term.type === "text" || (term.type === "field" && term.how !== "regex")) && /[^\0-\x7f]/.test(term.text),
      ),
  },
  {
    name: "text as it is read",
    reason:
      "Anki looks into the HTML: r* finds every <br>, and ^d no text that a tag stands before. Mneme looks at what is read, and for patterns and signs of markup also at what was written.",
    explains: (node) => some(node, asksForText),
  },
];
