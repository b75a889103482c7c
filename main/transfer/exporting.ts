import { readFile, stat } from "node:fs/promises";
import { Failure } from "../contract/faults.ts";
import type { ExportSpec, ExportWhat } from "../contract/transfer.ts";
import { fileName } from "../core/deck/fileName.ts";
import { cardsOf, chooseNotes, type Selection } from "../core/export/chooseNotes.ts";
import { selectParcel } from "../core/export/selectParcel.ts";
import { cardIds } from "../core/note/cards.ts";
import { formats } from "../core/parcel/formats.ts";
import type { Loss, Parcel } from "../core/parcel/parcel.ts";
import { isProblem } from "../core/search/escape.ts";
import { parse } from "../core/search/parse.ts";
import { needsLog, search } from "../core/search/search.ts";
import { mediaPath } from "../store/media.ts";
import { reviewsOf } from "../store/reviews.ts";
import { writerOf } from "./formats.ts";
import type { Asks } from "./messages.ts";
import type { Present } from "./present.ts";
import type { Surroundings } from "./transfer.ts";
import { lossesIn, writeParcel } from "./writeParcel.ts";

interface Selected {
  parcel: Parcel;
  missing: Loss[];
}

/** Milliseconds. */
const aMoment = 60_000;

/** The questions about decks on their way out. */
export function exporting({ folder, progress, signal }: Surroundings) {
  const pathOf = (hash: string) => (folder === null ? null : mediaPath(folder, hash));

  async function select(spec: ExportSpec, present: Present): Promise<Selected> {
    const selection = await selectionOf(spec.what, present);
    const notes = chooseNotes(present.collection, selection);
    if (notes.length === 0) throw new Failure({ code: "file", detail: "there is no note to write" });
    progress({ stage: "reviews", done: 0, total: 0 });
    const reviews = spec.schedule && folder !== null ? await reviewsOf(folder, cardsOf(present.collection, notes)) : [];
    return withMedia(selectParcel(present.collection, selection, reviews, spec), pathOf);
  }

  let last: { key: string; at: number; selected: Promise<Selected> } | null = null;

  /** What was looked at a moment ago is what is written: selecting it once more would take as long again. */
  function selected(spec: ExportSpec, present: Present): Promise<Selected> {
    const { what, format, schedule, presets, media } = spec;
    const key = JSON.stringify([what, format, schedule, presets, media, present.revision]);
    if (last?.key === key && present.now - last.at < aMoment) return last.selected;
    const fresh = select(spec, present);
    last = { key, at: present.now, selected: fresh };
    fresh.catch(() => {
      last = null;
    });
    return fresh;
  }

  return {
    preview: async ({ spec }: Asks["preview"][0], present: Present) => {
      const writer = writerOf(spec.format);
      const { parcel, missing } = await selected(spec, present);
      return {
        name: nameFor(spec, present),
        notes: parcel.notes.length,
        cards: parcel.notes.reduce((sum, note) => sum + cardIds(present.collection, note).length, 0),
        reviews: parcel.reviews.length,
        media: { files: parcel.media.length, bytes: parcel.media.reduce((sum, { size }) => sum + size, 0) },
        losses: lossesIn([...missing, ...(writer.losses?.(parcel, spec) ?? [])]),
      };
    },
    write: async ({ spec, ...target }: Asks["write"][0], present: Present) => {
      const writer = writerOf(spec.format);
      const { parcel, missing } = await selected(spec, present);
      const bytes = (hash: string) => readFile(pathOf(hash) ?? "");
      const losses = await writeParcel(writer, parcel, target, { bytes, spec, present, progress, signal });
      return { path: target.path, notes: parcel.notes.length, losses: lossesIn([...missing, ...losses]) };
    },
  };
}

/** Throws the faults `gone` and `badInput`. */
async function selectionOf(what: ExportWhat, { collection, now, calendar, log }: Present): Promise<Selection> {
  if (what.of === "all") return what;
  if (what.of === "deck") {
    if (!collection.decks.has(what.deck)) throw new Failure({ code: "gone", detail: "deck" });
    return what;
  }
  const node = parse(what.query);
  if (isProblem(node)) throw new Failure({ code: "badInput", detail: node.say.replace(/\.$/, "") });
  const scene = { collection, now: { ms: now, calendar }, current: null, log: needsLog(node) ? await log() : null };
  const ids = search(scene, node, "notes");
  return { of: "notes", notes: ids };
}

/** The parcel without media whose bytes have gone from the disk, and how many those are. */
export async function withMedia(parcel: Parcel, pathOf: (hash: string) => string | null) {
  const there = await Promise.all(
    parcel.media.map(({ hash }) =>
      stat(pathOf(hash) ?? "").then(
        () => true,
        () => false,
      ),
    ),
  );
  const media = parcel.media.filter((_, i) => there[i]);
  const lost = parcel.media.length - media.length;
  return {
    parcel: lost === 0 ? parcel : { ...parcel, media },
    missing: lost === 0 ? [] : [{ what: "media files that are missing", count: lost }],
  };
}

function nameFor({ what, format }: ExportSpec, { collection }: Present): string {
  const title =
    what.of === "deck" ? (collection.decks.get(what.deck)?.name ?? "") : what.of === "all" ? "mneme" : what.query;
  const { extensions, folder } = formats[format];
  return folder ? fileName(title) : `${fileName(title)}.${extensions[0]}`;
}
