import type { NoteType } from "../../contract/shapes.ts";
import { leadsAway, namesIn, references } from "../media/references.ts";
import { isBlank } from "../template/blank.ts";
import type { Arrival } from "./base.ts";

/** What somebody should look at before the note comes in: a sentence; null if nothing is odd. `makesCard`: one that asks something. */
export function suspect(
  type: NoteType,
  { fields }: Pick<Arrival, "fields">,
  makesCard: boolean,
  hasFile: (name: string) => boolean,
): string | null {
  const [first] = type.fields;
  if (first && isBlank(type, fields[first.id]) && type.stock !== "occlusion")
    return `Its first field, “${first.name}”, is empty.`;
  if (!makesCard)
    return type.kind === "cloze"
      ? "It is a cloze without a gap, such as {{c1::Yerevan}}."
      : "It makes no card of its own: the fields that its cards ask are empty.";
  const missing = missingFile(fields, hasFile);
  return missing === null
    ? null
    : `It shows or plays “${missing}”, which is neither in the file nor in your collection.`;
}

function missingFile(fields: Arrival["fields"], hasFile: (name: string) => boolean): string | null {
  for (const text of Object.values(fields)) {
    const place = references(text).find((each) => !leadsAway(each) && !namesIn(each).some(hasFile));
    if (place) return namesIn(place)[1] ?? place.name;
  }
  return null;
}
