import type { Note, NoteType } from "../../contract/shapes.ts";
import { cardId } from "../collection.ts";
import { escapeHtml } from "../html/entities.ts";
import { isBlank, isBlankHtml } from "./blank.ts";
import { compiled } from "./compiled.ts";
import { isCardNumber, isSpecial, type SpecialName } from "./names.ts";

export interface Card {
  type: NoteType;
  note: Note;
  ord: number;
  /** Name of the template. */
  name: string;
  /** Name of the deck: `A::B`. */
  deck: string;
  /** 0..7 */
  flag: number;
  /** HTML of a field that is written in Markdown. */
  toHtml(text: string): string;
}

/** What the names in a template stand for on one card. */
export interface Scope {
  /** HTML; "" for a name that stands for nothing. */
  html(key: string): string;
  isFilled(key: string): boolean;
}

export function scopeOf(card: Card): Scope {
  const { type, note, ord } = card;
  const { fields } = compiled(type);
  const written = new Map<string, string>();
  const read = (id: string) => {
    const text = note.fields[id] ?? "";
    const html = written.get(id) ?? (type.format === "html" ? text : card.toHtml(text));
    written.set(id, html);
    return html;
  };
  return {
    html(key) {
      const id = fields.get(key);
      if (id !== undefined) return read(id);
      return isSpecial(key) ? escapeHtml(special(key, card)) : "";
    },
    isFilled(key) {
      const id = fields.get(key);
      if (id !== undefined) return !isBlank(type, note.fields[id]);
      if (isSpecial(key)) return !isBlankHtml(special(key, card));
      return isCardNumber(key) && Number(key.slice(1)) === ord + 1;
    },
  };
}

function special(name: SpecialName, { type, note, ord, name: template, deck, flag }: Card): string {
  switch (name) {
    case "Tags":
      return note.tags.join(" ");
    case "Type":
      return type.name;
    case "Deck":
      return deck;
    case "Subdeck":
      return deck.split("::").at(-1) ?? "";
    case "Card":
      return template;
    case "CardFlag":
      return `flag${flag}`;
    case "CardID":
      return cardId(note.id, ord);
  }
}
