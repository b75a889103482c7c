import type { Media } from "../../contract/shapes.ts";
import { toParcel } from "../../core/codec/mnemosyne/toParcel.ts";
import type { Parcel, ParcelProblem } from "../../core/parcel/parcel.ts";
import { type Pace, pace } from "../anki/pace.ts";
import { named, Refusal } from "../anki/refusal.ts";
import { type Kind, openPackage, type Package } from "../anki/zip.ts";
import type { Format, Reading } from "../format.ts";
import { inWords } from "../inWords.ts";
import { stageNamed } from "../zip/stageNamed.ts";
import { readLog } from "./readLog.ts";

/** Cards of Mnemosyne 2. */
export const mnemosyne: Format = {
  id: "mnemosyne",
  takes: (head, name, inside) => inside === null && /\.cards$/i.test(name) && head[0] === 0x50 && head[1] === 0x4b,
  read: (reading) => inWords("read", () => named(reading.name, () => read(reading))),
};

const kind: Kind = {
  program: "Mnemosyne",
  single: /^(?:METADATA|cards\.xml)$/,
  several: /^(?!__MACOSX\/)[^\0]+(?<!\/)$/,
};

async function read(reading: Reading): Promise<Parcel> {
  const { name, limits, calendar, now, newId } = reading;
  const steps = pace(reading);
  const packed = await openPackage(reading.path, limits, steps, kind);
  try {
    const entries = await logOf(packed, limits.collection, steps);
    const about = packed.entries.has("METADATA") ? aboutIn(await packed.read("METADATA", 1 << 20)) : new Map();
    const problems: ParcelProblem[] = [];
    const media: Media[] = [];
    const names = [...packed.entries.keys()].filter((each) => !kind.single.test(each));
    const renamed = await stageNamed(packed, names, { ...reading, pace: steps, media, problems });
    const parcel = toParcel(entries, {
      name: name.replace(/\.[^.]*$/, ""),
      about,
      media,
      renamed,
      calendar,
      now,
      newId,
    });
    parcel.problems.push(...problems);
    return parcel;
  } finally {
    packed.close();
  }
}

async function logOf(packed: Package, cap: number, steps: Pace) {
  if (!packed.entries.has("cards.xml"))
    throw new Refusal("there are no cards in it (cards.xml is missing)", "", "Export it again from Mnemosyne.");
  const bytes = await packed.read("cards.xml", Math.min(cap, 2 ** 28));
  const reading = readLog(new TextDecoder().decode(bytes));
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await steps.tell({ stage: "notes", done: step.value, total: 0 });
  }
}

/** Lines of a name and what it says. */
function aboutIn(bytes: Uint8Array): Map<string, string> {
  const about = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).split("\n").slice(0, 1_000)) {
    const colon = line.indexOf(":");
    if (colon > 0)
      about.set(
        line.slice(0, colon).trim().toLowerCase(),
        line
          .slice(colon + 1)
          .trim()
          .slice(0, 10_000),
      );
  }
  return about;
}
