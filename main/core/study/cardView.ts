import type { Face } from "../../contract/face.ts";
import { isFault } from "../../contract/faults.ts";
import type { CardId } from "../../contract/shapes.ts";
import type { CardView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { framedFace } from "../face/framed.ts";
import { isPlain } from "../face/isPlain.ts";
import { type Found, lookup } from "../lookup.ts";
import { face } from "../note/face.ts";
import type { Moment } from "../schedule/moment.ts";
import { hash } from "../schedule/random.ts";
import { isMarked } from "../tag/mark.ts";
import { consequence } from "./consequence.ts";
import { daysShown, previews } from "./previews.ts";
import { why } from "./why.ts";

/** A card with everything the window needs to show it, grade it and say why it is here; null if it is gone. */
export function cardView(collection: Collection, id: CardId, now: Moment): CardView | null {
  const found = lookup(collection, id);
  if (isFault(found)) return null;
  const { card, note, deck, preset } = found;
  const four = previews(collection, found, now);
  return {
    card: id,
    note: note.id,
    deck: pathOf(deck),
    phase: card.phase,
    face: faceOf(collection, found),
    flag: card.flag,
    marked: isMarked(note),
    seen: { reps: card.reps, at: now.ms, days: daysShown(four) },
    previews: four.map((each) => consequence(card, preset, each, now)) as CardView["previews"],
    buttons: preset.buttons,
    why: why(card, preset, now),
  };
}

/** Drawn by the window itself if it can be, else in a frame. */
function faceOf({ media }: Collection, { card, note, type, deck }: Found): Face {
  const seed = hash(`${card.id} ${card.reps}`);
  if (isPlain(type, note)) return face(type, note, card.ord, seed);
  const shown = { type, note, ord: card.ord, deck: deck.name, flag: card.flag };
  return framedFace(shown, media, `card://face/${encodeURIComponent(card.id)}`, seed);
}
