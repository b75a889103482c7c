import type { Note, NoteType } from "../../contract/shapes.ts";
import { type Collection, cardOf, deckOfCard } from "../collection.ts";
import { face } from "../note/face.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { plainText } from "../note/plainText.ts";
import { stockTypes } from "../note/stockTypes.ts";
import { lineOf, plainHtml, plainMarkdown } from "../note/title.ts";
import { render, renderListBack } from "../template/render.ts";

/** What a card answers, as one line of plain text, uncut; without the question, where the back begins with it. */
export function answerText(collection: Collection, note: Note, ord: number): string {
  const type = noteTypeOf(collection, note.type);
  return answer(collection, type, note, ord).replace(/\s+/g, " ").trim();
}

function answer(collection: Collection, type: NoteType, note: Note, ord: number): string {
  if (type.stock !== null && type === stockTypes[type.stock] && type.format === "markdown")
    return stockAnswer(type, note, ord);
  const deck = deckOfCard(collection, note, ord)?.name ?? "";
  const { flag } = cardOf(collection, note.id, ord);
  const card = { type, note, ord, deck, flag, toHtml: plainHtml };
  const listed = renderListBack(card);
  if (listed !== null) return lineOf(listed);
  const sides = render(card);
  const back = sides.answer.startsWith(sides.question) ? sides.answer.slice(sides.question.length) : sides.answer;
  return lineOf(back);
}

function stockAnswer(type: NoteType, note: Note, ord: number): string {
  const { Front = "", Back = "" } = note.fields;
  const twoSided = type.stock === "basic" || type.stock === "reversed" || type.stock === "optionalReversed";
  return twoSided ? plainMarkdown(ord === 1 ? Front : Back) : plainText(face(type, note, ord, 0).answer);
}
