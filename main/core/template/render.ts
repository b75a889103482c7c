import type { Note, NoteType } from "../../contract/shapes.ts";
import type { TemplateProblem } from "../../contract/template.ts";
import { clozeNumbers } from "../cloze/parse.ts";
import { type Compiled, compiled } from "./compiled.ts";
import { makesCard } from "./generate.ts";
import { box, emptyFront, noGap, noShape, noTemplate, problemBox, tooLong } from "./notices.ts";
import type { Program } from "./program.ts";
import { run } from "./run.ts";
import { type Card, scopeOf } from "./scope.ts";

export interface Rendered {
  /** HTML, not to be trusted. `[sound:…]`, `[anki:tts …]…[/anki:tts]`, `[[type:…]]` and `[[choice:…]]` stand where such things go. */
  question: string;
  answer: string;
  problems: TemplateProblem[];
}

interface Input {
  type: NoteType;
  note: Note;
  ord: number;
  deck: string;
  flag: number;
  toHtml(text: string): string;
}

/** What a card shows, by its template. `deck` is the name of its deck; `toHtml` writes Markdown as HTML. Linear, at most 1 MB a side. */
export function render(input: Input): Rendered {
  const { type, note, ord } = input;
  const template = templateOf(type, ord);
  if (!template) return { question: box(noTemplate), answer: box(noTemplate), problems: [] };
  const card: Card = { ...input, name: template.name };
  const scope = scopeOf(card);
  const number = ord + 1;
  const missing = nothingAsked(type, template, note, ord, scope.isFilled);

  const problems = [...template.problems];
  const side = (name: "front" | "back", front: string) => {
    const html = run(template[name], scope, { number, question: name === "front" }, front);
    if (html === null) problems.push(tooLong(name));
    return problemBox(problems, name) + (html ?? "");
  };
  const question = side("front", "");
  if (missing !== null) return { question: question + box(missing), answer: box(missing), problems };
  return { question, answer: side("back", question), problems };
}

/** The HTML of the front alone, as lists show it; without a word on what is wrong with it. */
export function renderFront(input: Input): string {
  const template = templateOf(input.type, input.ord);
  return template ? listed(input, template, template.listFront ?? template.front, true, "") : "";
}

/** What lists show instead of the back; null if the type says nothing of it. */
export function renderListBack(input: Input): string | null {
  const template = templateOf(input.type, input.ord);
  return template?.listBack ? listed(input, template, template.listBack, false, renderFront(input)) : null;
}

function listed(input: Input, { name }: Compiled, steps: Program, question: boolean, front: string): string {
  return run(steps, scopeOf({ ...input, name }), { number: input.ord + 1, question }, front) ?? "";
}

/** The template of a card: of a cloze always the first. */
export function templateOf(type: NoteType, ord: number): Compiled | undefined {
  const { templates } = compiled(type);
  return type.kind === "cloze" ? templates[0] : templates.find((template) => template.ord === ord);
}

/** Why a card asks nothing, as a sentence; null if it does. */
function nothingAsked(
  type: NoteType,
  template: Compiled,
  note: Note,
  ord: number,
  isFilled: (key: string) => boolean,
): string | null {
  if (type.kind === "cloze") {
    const has = type.fields.some(({ id }) => clozeNumbers(note.fields[id] ?? "").includes(ord + 1));
    return has ? null : (type.stock === "occlusion" ? noShape : noGap)(ord + 1);
  }
  return makesCard(template, isFilled) ? null : emptyFront;
}
