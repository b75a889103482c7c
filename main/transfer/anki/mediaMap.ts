import { BinaryReader } from "@bufbuild/protobuf/wire";
import { damaged } from "./refusal.ts";

/** A media file as the package lists it. */
export interface MediaEntry {
  /** Name of its entry in the zip. */
  entry: string;
  /** As it is written there: anything at all. */
  name: string;
  /** Of the bytes as they are used, where the package says. */
  size?: number;
  sha1?: Uint8Array;
}

const broken = () => damaged("media", "its list of media is damaged");

/** The list of packages for old versions: numbers of entries and names. */
export function mediaFromJson(bytes: Uint8Array): MediaEntry[] {
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw broken();
  }
  if (typeof list !== "object" || list === null || Array.isArray(list)) throw broken();
  return Object.entries(list).map(([entry, name]) => {
    if (typeof name !== "string") throw broken();
    return { entry, name };
  });
}

/** The list of new packages: entry numbers are positions in it. Names that are no UTF-8 hold U+FFFD afterwards. */
export function mediaFromMessage(bytes: Uint8Array): MediaEntry[] {
  const list: MediaEntry[] = [];
  try {
    const reader = new BinaryReader(bytes);
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag();
      if (field === 1 && type === 2) list.push(entryFrom(reader.bytes(), list.length));
      else reader.skip(type, field);
    }
  } catch {
    throw broken();
  }
  return list;
}

function entryFrom(bytes: Uint8Array, position: number): MediaEntry {
  const entry: MediaEntry = { entry: String(position), name: "", size: 0 };
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1 && type === 2) entry.name = reader.string();
    else if (field === 2 && type === 0) entry.size = reader.uint32();
    else if (field === 3 && type === 2) entry.sha1 = reader.bytes();
    else if (field === 255 && type === 0) entry.entry = String(reader.uint32());
    else reader.skip(type, field);
  }
  return entry;
}
