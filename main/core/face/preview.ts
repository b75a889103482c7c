import type { Input } from "../../contract/calls.ts";
import type { Fault } from "../../contract/faults.ts";
import type { PreviewView } from "../../contract/previews.ts";
import type { Note } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { ordinalsOf } from "../note/cards.ts";
import { face } from "../note/face.ts";
import { knownType } from "../note/noteTypes.ts";
import { hash } from "../schedule/random.ts";
import { framedFace } from "./framed.ts";
import { isPlain } from "./isPlain.ts";
import type { Shown } from "./sides.ts";

/**
 * The cards that a note would make as it is written now. `keep` is given each that needs a frame, with a name that says what is on it,
 * and gives the place of its face. Fault: `gone` for an unknown note type.
 */
export function preview(
  collection: Collection,
  { type: given, fields, tags, deck }: Input<"previewNote">,
  keep: (name: string, shown: Shown) => string,
): PreviewView | Fault {
  const type = typeof given === "string" ? knownType(collection, given) : given;
  if (!type) return { code: "gone", detail: "note type" };
  const home = (deck !== null && collection.decks.get(deck)) || null;
  const note: Note = {
    id: "draft",
    type: type.id,
    deck: home?.id ?? "",
    fields,
    tags,
    position: 0,
    created: 0,
    modified: 0,
  };
  const said = hash(JSON.stringify([type, fields, tags, home?.name])).toString(36);
  return {
    cards: ordinalsOf(type, note).map((ord) => {
      const template = type.kind === "cloze" ? type.templates[0] : type.templates.find((each) => each.ord === ord);
      const name = type.kind === "cloze" ? `${template?.name ?? ""} ${ord + 1}`.trim() : (template?.name ?? "");
      if (isPlain(type, note)) return { ord, name, face: face(type, note, ord, hash(said)) };
      const shown = { type, note, ord, deck: home?.name ?? "", flag: 0 };
      return { ord, name, face: framedFace(shown, collection.media, keep(`${said}-${ord}`, shown), hash(said)) };
    }),
  };
}
