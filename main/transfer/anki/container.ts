import { BinaryReader } from "@bufbuild/protobuf/wire";
import type { Limits } from "../format.ts";
import { type MediaEntry, mediaFromJson, mediaFromMessage } from "./mediaMap.ts";
import type { Pace } from "./pace.ts";
import { damaged, Refusal } from "./refusal.ts";
import type { Package } from "./zip.ts";
import { unpackFrame } from "./zstd.ts";

/** `old` and `middle`: schema 11, a JSON list of media, nothing compressed; `new`: zstd and protobuf. */
export type Generation = "old" | "middle" | "new";

const collections = { old: "collection.anki2", middle: "collection.anki21", new: "collection.anki21b" } as const;

const mostMap = 64 * 2 ** 20;

/** Which of its files counts. A package without `meta` is of an Anki before 2.1.50. */
export async function generationOf(packed: Package): Promise<Generation> {
  const generation = await declared(packed);
  const name = collections[generation];
  if (packed.entries.has(name)) return generation;
  if (packed.entries.has("meta")) throw damaged(name, "its collection is missing");
  throw new Refusal(
    "it is no Anki package: there is no collection in it",
    "",
    "Choose a file that ends in .apkg or .colpkg.",
  );
}

async function declared(packed: Package): Promise<Generation> {
  if (!packed.entries.has("meta")) {
    // Beside a new collection the old one only says that Anki is too old.
    if (packed.entries.has(collections.new)) throw damaged("meta", "a part is missing");
    return packed.entries.has(collections.middle) ? "middle" : "old";
  }
  const version = versionIn(await packed.read("meta", 1024));
  const generation = (["old", "middle", "new"] as const)[version - 1];
  if (generation) return generation;
  throw new Refusal(
    "it was made by a newer version of Anki than Mneme knows",
    "meta",
    "In Anki, export it once more and switch on “Support older Anki versions”.",
  );
}

function versionIn(meta: Uint8Array): number {
  let version = 0;
  try {
    const reader = new BinaryReader(meta);
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag();
      if (field === 1 && type === 0) version = reader.uint32();
      else reader.skip(type, field);
    }
    return version;
  } catch {
    return 0;
  }
}

/** The bytes of the collection's database. */
export async function collectionOf(
  packed: Package,
  generation: Generation,
  limits: Limits,
  pace: Pace,
): Promise<Uint8Array> {
  const name = collections[generation];
  const bytes = await packed.read(name, limits.collection);
  return generation === "new" ? unpackFrame(bytes, limits.collection, name, pace) : bytes;
}

/** What its list says of media. A package without one has none. */
export async function mediaOf(packed: Package, generation: Generation, pace: Pace): Promise<MediaEntry[]> {
  if (!packed.entries.has("media")) return [];
  const bytes = await packed.read("media", mostMap);
  if (generation !== "new") return mediaFromJson(bytes);
  return bytes.length === 0 ? [] : mediaFromMessage(await mapFrame(bytes, pace));
}

/** A list without entries is a frame without content. */
async function mapFrame(bytes: Uint8Array, pace: Pace): Promise<Uint8Array> {
  try {
    return await unpackFrame(bytes, mostMap, "media", pace);
  } catch (error) {
    if (error instanceof Refusal && error.message.endsWith("is empty")) return new Uint8Array(0);
    throw error;
  }
}
