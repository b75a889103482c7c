import type { Block, PlainFace } from "../../contract/face.ts";
import type { Note, NoteType } from "../../contract/shapes.ts";
import { options } from "./choice.ts";
import { clozeBlocks } from "./cloze.ts";
import { parseInline, parseMarkdown } from "./markdown.ts";
import { accepted } from "./typed.ts";

/** What a card shows. `seed` decides the order of the options of a multiple choice, and nothing else. */
export function face(type: NoteType, note: Note, ord: number, seed: number): PlainFace {
  const field = (name: string) => note.fields[name] ?? "";
  const blocks = (name: string) => parseMarkdown(field(name));
  const common = { extra: blocks("Extra"), source: field("Source") };
  switch (type.stock) {
    case "basic":
    case "reversed":
    case "optionalReversed": {
      const [question, answer] = ord === 1 ? ["Back", "Front"] : ["Front", "Back"];
      return { type: "basic", question: blocks(question), answer: blocks(answer), ...common };
    }
    case "cloze": {
      const text = (open: boolean) => clozeBlocks(field("Text"), ord + 1, open);
      return { type: "cloze", question: text(false), answer: text(true), ...common };
    }
    case "typed":
      return { type: "typed", question: blocks("Front"), answer: typedAnswer(field("Back")), ...common };
    case "choice": {
      const shuffled = options(field("Right"), field("Wrong"), seed);
      return {
        type: "choice",
        question: blocks("Front"),
        answer: blocks("Right"),
        options: shuffled.map(({ text, right }) => ({ text: parseInline(text), right })),
        ...common,
      };
    }
    default: {
      const [first, second] = type.fields.map(({ id }) => id);
      return { type: "basic", question: blocks(first ?? ""), answer: blocks(second ?? ""), ...common };
    }
  }
}

/** Plain text, since it is compared with what is typed: `__init__` is an answer, not bold. */
function typedAnswer(back: string): Block[] {
  const [first = "", ...others] = accepted(back);
  const answer: Block = { kind: "paragraph", children: [first] };
  if (others.length === 0) return [answer];
  return [
    answer,
    { kind: "paragraph", children: [{ kind: "emphasis", children: [`Also right: ${others.join(", ")}`] }] },
  ];
}
