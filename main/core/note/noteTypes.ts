import type { NoteTypeId } from "../../contract/shapes.ts";

interface NoteType {
  name: string;
  /** The first field names the note: it is never empty, and no two notes of a deck should share it. */
  fields: { name: string; help: string }[];
}

const extra = { name: "Extra", help: "Why it is so, or how to remember it. Shown with the answer." };
const source = { name: "Source", help: "Where it comes from, so that you can check it." };

/** What a note may be, with its fields in the order in which they are shown. */
export const noteTypes: Record<NoteTypeId, NoteType> = {
  basic: {
    name: "Basic",
    fields: [
      { name: "Front", help: "A question with one answer, clear on its own." },
      { name: "Back", help: "The answer, in a few words." },
      extra,
      source,
    ],
  },
  reversed: {
    name: "Basic and reversed",
    fields: [
      { name: "Front", help: "One side. It is asked, and it is the answer to the other." },
      { name: "Back", help: "The other side. It is asked, and it is the answer to the first." },
      extra,
      source,
    ],
  },
  cloze: {
    name: "Cloze",
    fields: [{ name: "Text", help: "A text with gaps: {{c1::word}}, or {{c1::word::hint}}." }, extra, source],
  },
  typed: {
    name: "Typed answer",
    fields: [
      { name: "Front", help: "A question whose answer can be typed." },
      { name: "Back", help: "The answer. Put “ | ” between answers that are equally right." },
      extra,
      source,
    ],
  },
  choice: {
    name: "Multiple choice",
    fields: [
      { name: "Front", help: "A question with one right answer." },
      { name: "Right", help: "The right answer." },
      { name: "Wrong", help: "Wrong answers that someone might believe, one a line." },
      extra,
      source,
    ],
  },
};
