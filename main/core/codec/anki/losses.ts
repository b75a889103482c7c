import type { Loss, Parcel } from "../../parcel/parcel.ts";
import { choices } from "./mnemeKey.ts";
import type { Contents } from "./writeContents.ts";
import type { Writing } from "./writing.ts";

/** What Anki cannot say of a parcel. */
export function lossesOf({ notes, reviews }: Parcel, { types, schedule }: Writing, lost: Contents["lost"]): Loss[] {
  const asking = new Set(
    [...types.values()]
      .filter(({ type }) => type.templates.some(({ front }) => front.search(choices) >= 0))
      .map(({ type }) => type.id),
  );
  const judged = schedule ? reviews.filter(({ recall, stability }) => recall !== null || stability > 0).length : 0;
  const losses: Loss[] = [
    { what: "notes whose note type is gone", count: lost.notes },
    { what: "cards whose template is gone", count: lost.cards },
    { what: "reviews of cards that are gone", count: lost.reviews },
    {
      what: "questions with answers to choose from, which Anki asks plainly",
      count: notes.filter(({ type }) => asking.has(type)).length,
    },
    { what: "reviews' stability and chance of recall", count: judged },
  ];
  return losses.filter(({ count }) => count > 0);
}
