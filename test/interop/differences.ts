import { decodeEntities } from "../../main/core/html/entities.ts";
import type { Case } from "./cases.ts";
import type { Face } from "./faces.ts";

const values = ({ values }: Case) => Object.values(values);
const uses = (filter: string) => (given: Case) =>
  given.templates.some((sides) => sides.some((side) => new RegExp(`${filter}:`).test(side)));

/** Whether an opened gap is never closed. */
export const leavesGapOpen = (text: string): boolean => {
  let open = 0;
  for (const [mark] of text.matchAll(/\{\{c\d[\d,]*::|\}\}/g)) open = mark === "}}" ? Math.max(0, open - 1) : open + 1;
  return open > 0;
};

/** What stands for no character, so that Anki decodes nothing in the text. */
const holdsStrayAmpersand = (text: string) => /&(?!(?:[a-zA-Z]\w+|#\d+|#x[0-9a-fA-F]+);)|&foo;/.test(text);

interface Difference {
  name: string;
  reason: string;
  /** Whether it may explain why such a case's faces are not the same. */
  explains(given: Case, anki: Face, mneme: Face): boolean;
}

const plainly = (given: Case) => uses("text")(given) || uses("tts [^:}%]*")(given);

/** Every way in which a face of Mneme may differ from Anki's. */
export const faceDifferences: readonly Difference[] = [
  {
    name: "a mistake in a template",
    reason:
      "Anki shows its sentence in place of both sides; Mneme shows its own on the side that has it, and the rest.",
    explains: (_, anki, mneme) => anki.mistake !== null && anki.mistake === mneme.mistake,
  },
  {
    name: "a mistake on the back of an empty card",
    reason: "Anki does not look at the back if the front is empty; Mneme says what is wrong there, too.",
    explains: (_, anki, mneme) =>
      anki.mistake === null &&
      mneme.mistake?.startsWith("back") === true &&
      anki.answer === "⟦remark⟧" &&
      anki.question === mneme.question &&
      anki.answer === mneme.answer,
  },
  {
    name: "a gap that is never closed",
    reason: "Anki drops all text from there on; in Mneme nothing that was written vanishes.",
    explains: (given) => values(given).some(leavesGapOpen),
  },
  {
    name: "a stray ampersand in plain text",
    reason: "Anki's text: and tts: then decode nothing in the whole field; Mneme decodes what stands for a character.",
    explains: (given) => plainly(given) && values(given).some(holdsStrayAmpersand),
  },
  {
    name: "a no-break space in plain text",
    reason: "Anki leaves it where the field holds no reference; in Mneme it is a space.",
    explains: (given) => plainly(given) && values(given).some((text) => text.includes("\u00a0")),
  },
];

/** Why the ordinals may differ. */
export const ordinalDifferences = [
  {
    name: "a mistake on the front",
    reason: "Anki makes no card of such a template; Mneme does, so that the mistake is seen.",
    explains: (_: Case, mistakes: boolean) => mistakes,
  },
  {
    name: "gaps beyond the 500th",
    reason: "Anki makes the last card once for each of them; Mneme makes it once.",
    explains: (given: Case) => values(given).some((text) => /\{\{c[\d,]*50\d::/.test(text)),
  },
  {
    name: "a gap that is never closed",
    reason: "Anki loses the gaps within it; Mneme keeps them.",
    explains: (given: Case) => given.kind === "cloze" && values(given).some(leavesGapOpen),
  },
];

/** Texts that Mneme strips another way, with the reason. */
export const stripDifferences = [
  {
    reason: "Anki decodes nothing if one reference stands for nothing; Mneme decodes the others.",
    explains: (html: string) => holdsStrayAmpersand(html) || decodeEntities(html).includes("&"),
  },
  {
    reason: "Anki leaves a no-break space of a text without references; Mneme takes it for a space.",
    explains: (html: string) => html.includes("\u00a0"),
  },
  {
    reason: "Anki takes a file name between quotes over the end of a tag; Mneme ends it there.",
    explains: (html: string) => /=(?:"[^"]*>|'[^']*>)/.test(html),
  },
];
