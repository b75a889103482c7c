import type { Fault } from "../../contract/faults.ts";
import type { NoteType, Template } from "../../contract/shapes.ts";
import { moved } from "./moved.ts";
import { freeName } from "./names.ts";

export const newTemplate = (ord: number, name: string, front: string, back: string): Template => ({
  ord,
  name,
  front,
  back,
  listFront: "",
  listBack: "",
});

export const mostTemplates = 100;

/** What a new back says: the front again, a line, the answer. */
export const behind = (answer: string): string => `{{FrontSide}}\n\n<hr id="answer">\n\n${answer}`;

/** A new template that asks the first field and answers with the second; `ord` must be one that no card has had. */
export function addTemplate(type: NoteType, ord: number): NoteType | Fault {
  if (type.kind === "cloze")
    return { code: "badType", detail: "A cloze has one template: each gap number makes a card of it." };
  if (type.templates.length >= mostTemplates)
    return { code: "badType", detail: `A note type has at most ${mostTemplates} cards.` };
  const names = type.templates.map(({ name }) => name);
  const [first, second] = type.fields;
  const template = newTemplate(
    ord,
    freeName("Card", names, names.length + 1),
    first ? `{{${first.name}}}` : "",
    second ? behind(`{{${second.name}}}`) : "{{FrontSide}}",
  );
  return { ...type, templates: [...type.templates, template] };
}

/** To that place, counted from 0; its cards stay what they are. */
export function moveTemplate(type: NoteType, ord: number, to: number): NoteType | Fault {
  const from = type.templates.findIndex((each) => each.ord === ord);
  return from < 0 ? noTemplate : { ...type, templates: moved(type.templates, from, to) };
}

/** Fault `badType` for the last one. */
export function deleteTemplate(type: NoteType, ord: number): NoteType | Fault {
  const templates = type.templates.filter((each) => each.ord !== ord);
  if (templates.length === type.templates.length) return noTemplate;
  if (templates.length === 0) return { code: "badType", detail: "A note type needs at least one card." };
  return { ...type, templates };
}

const noTemplate: Fault = { code: "badType", detail: "That card is no longer here." };
