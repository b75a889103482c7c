import type { Advice, Subject } from "./subject.ts";
import { enumerated, sentencesOf, wordCount } from "./words.ts";

const most = { words: 30, sentences: 3 };

/** An answer too long to be recalled in one go, or so full that half of it is forgotten. */
export function answerRules(subject: Subject): Advice[] {
  const { answer, answered, type } = subject;
  if (answer === null || answered === "") return [];
  const items = enumerated(answered);
  if (items.length > 3 || (items.length === 3 && answered.includes("\n"))) {
    return [
      {
        rule: "list",
        weight: 58,
        field: answer,
        say: `${items.length} things in one answer: a list is the hardest to remember.`,
        why: "One forgotten item makes the whole card wrong, and nothing says which one it was. A cloze with a gap for each item, in the order of the list, is asked item by item.",
        fix: null,
      },
    ];
  }
  const words = wordCount(answered);
  if (words > most.words) {
    return [
      {
        rule: "longAnswer",
        weight: 55,
        field: answer,
        say: `${words} words are a long answer.`,
        why: "Of a long answer something is always missing, so it is hard to grade and slow to repeat. Ask for its core; the rest can stand below it, or on cards of its own.",
        fix: shortened(subject, answer),
      },
    ];
  }
  const sentences = sentencesOf(answered).length;
  if (sentences < most.sentences || type.stock === "typed") return [];
  return [
    {
      rule: "manyFacts",
      weight: 50,
      field: answer,
      say: `${sentences} sentences in one answer.`,
      why: "Each fact is forgotten at a pace of its own. On a card of its own it comes back when it is due, not when the hardest one is.",
      fix: null,
    },
  ];
}

/** The first sentence stays, the rest goes below the answer: where there is room for it, and no form that could be cut in two. */
function shortened({ fields, type }: Subject, answer: string): Advice["fix"] {
  const text = (fields[answer] ?? "").trim();
  const hasRoom = type.fields.some(({ id }) => id === "Extra") && (fields.Extra ?? "").trim() === "";
  if (!hasRoom || /[*_`<>[\]\\]/.test(text)) return null;
  const [first = "", ...others] = sentencesOf(text);
  if (others.length === 0 || wordCount(first) > most.words || !text.startsWith(first)) return null;
  const rest = text.slice(first.length).trim();
  return { say: "Keep the first sentence, move the rest to Extra", fields: { [answer]: first, Extra: rest } };
}
