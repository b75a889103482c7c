import type { Loss, Parcel } from "../../parcel/parcel.ts";
import type { Calendar } from "../../schedule/day.ts";
import type { AnkiCollection } from "./collection.ts";
import { writeJson } from "./json.ts";
import { lossesOf } from "./losses.ts";
import { tagsOf } from "./writeCollection.ts";
import { writeContents } from "./writeContents.ts";
import { settingOf } from "./writing.ts";

export interface Options {
  calendar: Calendar;
  /** Epoch milliseconds. */
  now: number;
  /** Without it all cards are new, and there is no log. */
  schedule: boolean;
  presets: boolean;
}

/**
 * The Anki collection that says what a parcel does. Records that came from Anki and say the same as then have the rows that they had;
 * all others have rows as Anki would write them. `losses`: what it cannot say.
 */
export function fromParcel(parcel: Parcel, options: Options): { anki: AnkiCollection; losses: Loss[] } {
  const setting = settingOf(parcel, options);
  const { notes, cards, revlog, lost } = writeContents(parcel, setting);
  const { kept, frame, isWhole, models, decks, dconf } = setting;
  const col = {
    ...frame.col,
    models: writeJson(Object.fromEntries(models)),
    decks: writeJson(Object.fromEntries(decks)),
    dconf: writeJson(Object.fromEntries(dconf)),
    tags: tagsOf(kept, parcel.notes),
  };
  const graves = (isWhole && kept?.graves) || [];
  return { anki: { schema: 11, col, notes, cards, revlog, graves }, losses: lossesOf(parcel, setting, lost) };
}
