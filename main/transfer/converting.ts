import { readFile } from "node:fs/promises";
import { apply, emptyCollection } from "../core/collection.ts";
import { selectParcel } from "../core/export/selectParcel.ts";
import { defaultOptions } from "../core/import/options.ts";
import { type Plan, plan } from "../core/import/plan.ts";
import { cardIds } from "../core/note/cards.ts";
import { MediaStaging } from "../store/staging.ts";
import { withMedia } from "./exporting.ts";
import { formatOf, writerOf } from "./formats.ts";
import type { Asks, Converted } from "./messages.ts";
import type { Present } from "./present.ts";
import type { Surroundings } from "./transfer.ts";
import { lossesIn, writeParcel } from "./writeParcel.ts";

/** From one format to another, through a collection that lies nowhere. */
export function converting({ limits, newId, progress, signal }: Surroundings) {
  return {
    convert: async (input: Asks["convert"][0], present: Present): Promise<Converted> => {
      const { from, name, scratch, spec, path, fresh } = input;
      const writer = writerOf(spec.format);
      const reader = await formatOf(from, name);
      const staging = new MediaStaging(scratch, "media", present.now);
      const { calendar, now } = present;
      const collection = emptyCollection();
      const reading = { path: from, name, limits, staging, collection, options: null, calendar, now };
      const read = await reader.read({ ...reading, newId, progress, signal });
      await staging.flushed();
      const options = { ...defaultOptions(collection, read), presets: true, schedule: "theirs" as const };
      const context = { at: now, calendar, newId, importId: newId(), file: name };
      const planned = plan(collection, read, options, new Map(), context);
      apply(collection, planned.records());
      const reviews = [...collection.reviews.values()];
      const chosen = selectParcel(collection, { of: "all" }, reviews, spec);
      const { parcel, missing } = await withMedia(chosen, (hash) => staging.path(hash));
      const bytes = (hash: string) => readFile(staging.path(hash) ?? "");
      const losses = await writeParcel(writer, parcel, { path, fresh }, { bytes, spec, present, progress, signal });
      return {
        ...{ path, from: reader.id, notes: parcel.notes.length, reviews: parcel.reviews.length },
        cards: parcel.notes.reduce((sum, note) => sum + cardIds(collection, note).length, 0),
        losses: lossesIn([...missing, ...losses]),
        problems: problemsOf(planned),
      };
    },
  };
}

/** Those of the file, and those of single notes. */
function problemsOf(planned: Plan): Converted["problems"] {
  const of = (weight: "broken" | "suspicious") =>
    planned
      .rows(weight, "", 0, Number.POSITIVE_INFINITY)
      .rows.map(({ place, title, reason }) => ({ place: place || `“${title}”`, say: reason ?? "", weight }));
  return [...planned.view().problems, ...of("broken"), ...of("suspicious")];
}
