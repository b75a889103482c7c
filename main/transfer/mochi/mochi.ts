import type { Media } from "../../contract/shapes.ts";
import { readEdn } from "../../core/codec/mochi/edn.ts";
import { toParcel } from "../../core/codec/mochi/toParcel.ts";
import { readTransit } from "../../core/codec/mochi/transit.ts";
import type { Value } from "../../core/codec/mochi/value.ts";
import type { Parcel, ParcelProblem } from "../../core/parcel/parcel.ts";
import { pace } from "../anki/pace.ts";
import { named, Refusal } from "../anki/refusal.ts";
import { type Kind, openPackage, type Package } from "../anki/zip.ts";
import type { Format, Reading } from "../format.ts";
import { inWords } from "../inWords.ts";
import { stageNamed } from "../zip/stageNamed.ts";

/** Decks of Mochi. */
export const mochi: Format = {
  id: "mochi",
  takes: (head, name, inside) => inside === null && /\.mochi$/i.test(name) && head[0] === 0x50 && head[1] === 0x4b,
  read: (reading) => inWords("read", () => named(reading.name, () => read(reading))),
};

const kind: Kind = { program: "Mochi", single: /^data\.(?:json|edn)$/, several: /^(?!__MACOSX\/)[^\0]+(?<!\/)$/ };
const todo = "Export it again from Mochi.";

async function read(reading: Reading): Promise<Parcel> {
  const { name, limits, calendar, now, newId } = reading;
  const steps = pace(reading);
  const packed = await openPackage(reading.path, limits, steps, kind);
  try {
    const data = await dataOf(packed, Math.min(limits.collection, 2 ** 28));
    await steps.tell({ stage: "notes", done: 0, total: 0 });
    const problems: ParcelProblem[] = [];
    const media: Media[] = [];
    const attached = [...packed.entries.keys()].filter((each) => !kind.single.test(each));
    const renamed = new Map(await stageNamed(packed, attached, { ...reading, pace: steps, media, problems }));
    for (const entry of attached) renamed.set(`@media/${entry}`, renamed.get(entry) ?? entry);
    const parcel = toParcel(data, { name: name.replace(/\.[^.]*$/, ""), media, renamed, calendar, now, newId });
    parcel.problems.push(...problems);
    return parcel;
  } finally {
    packed.close();
  }
}

async function dataOf(packed: Package, cap: number): Promise<Value> {
  const entry = ["data.json", "data.edn"].find((each) => packed.entries.has(each));
  if (!entry) throw new Refusal("there are no cards in it (neither data.json nor data.edn)", "", todo);
  const text = new TextDecoder().decode(await packed.read(entry, cap));
  const data = entry === "data.json" ? readTransit(text) : readEdn(text);
  if (data === undefined) throw new Refusal("it cannot be read as Mochi writes it", entry, todo);
  return data;
}
