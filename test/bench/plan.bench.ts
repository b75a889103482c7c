// Figures of planning an import of 60,000 notes with 600,000 reviews: comparing, writing it down, a new version, taking it out, selecting it.
import { it } from "vitest";
import type { Records } from "../../main/contract/shapes.ts";
import { apply, emptyCollection } from "../../main/core/collection.ts";
import { selectParcel } from "../../main/core/export/selectParcel.ts";
import { removal } from "../../main/core/import/removal.ts";
import type { Parcel } from "../../main/core/parcel/parcel.ts";
import { pack, type ReviewLog } from "../../main/core/search/reviewLog.ts";
import { berlin, card, deck, media, note, parcel, planned, review } from "../core/import/parcels.ts";

const notes = 60_000;
const reviews = 600_000;
const files = 3_000;
const all = { format: "apkg", schedule: true, presets: true, media: true } as const;

function large(): Parcel {
  const made = Array.from({ length: notes }, (_, i) => {
    const texts = [`<b>word ${i}</b> of some length <img src="p${i % files}.png">`, `meaning ${i} `.repeat(8)];
    return note(String(1_400_000_000_000 + i), texts, { tags: ["verb", `l${i % 50}`], deck: i % 2 ? "d1" : "d2" });
  });
  const cards = made.flatMap(({ id }) => [card(id, 0), card(id, 1)]);
  const log = Array.from({ length: reviews }, (_, i) => {
    const of = cards[(i * 7_919) % cards.length]?.id ?? "";
    return review(of, 1_500_000_000_000 + i * 400_000);
  });
  return parcel({
    decks: [deck("d1", "Shared"), deck("d2", "Shared::Inner")],
    ...{ notes: made, cards, reviews: log },
    media: Array.from({ length: files }, (_, i) => media(`p${i}.png`, `h${i}`)),
  });
}

function timed<T>(what: string, run: () => T): T {
  const from = performance.now();
  const value = run();
  const memory = Math.round(process.memoryUsage().heapUsed / 1e6);
  console.log(`${what}: ${Math.round(performance.now() - from)} ms, ${memory} MB in use`);
  return value;
}

it("a large import", () => {
  const from = large();
  const collection = emptyCollection();
  const plan = timed("compared with nothing", () => planned(collection, from));
  timed("all that the window shows at first", () => [plan.view(), plan.rows(null, "", 0, 200)]);
  timed("rows that hold words", () => plan.rows(null, "word 59", 0, 200));
  const records: Records = timed("all records", () => plan.records());
  apply(collection, records);
  timed("compared with itself", () => planned(collection, from).records());
  const later = from.notes.map((each, i) => (i % 2 ? each : { ...each, tags: ["new"], modified: 9_000 }));
  timed("compared with a new version", () => planned(collection, { ...from, notes: later }).records());
  const log: ReviewLog = new Map(from.cards.map(({ id }) => [id, []]));
  for (const { card: of, at } of from.reviews) log.get(of)?.push(pack(at, 3));
  timed("their schedule, with all reviews known", () =>
    planned(collection, from, { schedule: "theirs" }, new Map(), { log }).records(),
  );
  timed("selected", () => selectParcel(collection, { of: "all" }, from.reviews, all));
  timed("taken out", () => removal(collection, records, { ms: Date.UTC(2026, 10, 25), calendar: berlin }));
});
