import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import { isObject, type Json, type JsonObject, listIn, objectIn, writeJson } from "../json.ts";
import { copy, merge, put, take } from "./keys.ts";
import { emptyScalar, fitsScalar, readScalar, type Scalar, truth, writeScalar } from "./scalar.ts";

/** One field of a message and the key that schema 11 has for it; a dot leads into an object. */
export interface Field {
  n: number;
  kind: Kind;
  key: string;
  /** What JSON says where the message has nothing; else the kind's own nothing. `omit`: there is no key then. */
  absent?: null | "omit";
  /** The key says the opposite. */
  not?: true;
}

export type Kind = Scalar | { of: MessageShape; many?: true };

/** How a message is read and written. `as` makes another value than an object of it. */
export interface MessageShape {
  fields: readonly Field[];
  as?: { to(json: JsonObject): Json; from(json: Json): JsonObject };
}

/** Where what schema 11 has no key for travels in its JSON, so that the newest schema gets it back. Never leaves Mneme otherwise. */
export const ours = "mneme18";

/** Number of the field in which Anki itself keeps keys that it does not know, as JSON. */
const others = 255;

/** What a message says in the keys of schema 11. Throws for bytes that are no message. */
export function toJson(shape: MessageShape, bytes: Uint8Array): JsonObject {
  const json: JsonObject = {};
  const { values, other, unknown } = decode(shape, bytes);
  for (const { n, kind, key, absent, not } of shape.fields) {
    const value = values.get(n);
    if (value === undefined && absent === "omit") continue;
    const shown = value ?? (absent === null ? null : nothing(kind));
    put(json, key, !not ? shown : kind === "bit" ? 1 - Number(shown) : !shown);
  }
  if (other) merge(json, other);
  if (unknown.length > 0) json[ours] = { raw: Buffer.from(unknown).toString("base64") };
  return json;
}

/** The message of an object of schema 11. Keys that are not in `shape` nor in `apart` go where Anki puts them. */
export function fromJson(shape: MessageShape, json: JsonObject, apart: readonly string[] = []): Uint8Array {
  const writer = new BinaryWriter();
  const rest = copy(json);
  for (const key of [...apart, ours]) delete rest[key];
  for (const { n, kind, key, absent, not } of shape.fields) {
    const value = take(rest, key);
    if (value === undefined || value === null) continue;
    write(writer, n, kind, not ? !truth(value) : value, absent !== undefined);
  }
  for (const key of ["new", "rev", "lapse"])
    if (isObject(rest[key]) && Object.keys(rest[key]).length === 0) delete rest[key];
  if (Object.keys(rest).length > 0) writer.tag(others, 2).bytes(Buffer.from(writeJson(rest)));
  return Buffer.concat([writer.finish(), unknownOf(json)]);
}

function decode(shape: MessageShape, bytes: Uint8Array) {
  const fields = new Map(shape.fields.map((field) => [field.n, field.kind]));
  const values = new Map<number, Json>();
  const unknown: Uint8Array[] = [];
  let other: JsonObject | null = null;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [n, wire] = reader.tag();
    const kind = fields.get(n);
    if (n === others && wire === 2) {
      other = objectIn(Buffer.from(reader.bytes()).toString("utf8"));
      if (other) continue;
    } else if (kind !== undefined && fits(kind, wire)) {
      values.set(n, read(reader, kind, wire, values.get(n)));
      continue;
    } else reader.skip(wire, n);
    unknown.push(bytes.subarray(start, reader.pos));
  }
  return { values, other, unknown: Buffer.concat(unknown) };
}

const fits = (kind: Kind, wire: number): boolean => (typeof kind === "object" ? wire === 2 : fitsScalar(kind, wire));

function read(reader: BinaryReader, kind: Kind, wire: number, before: Json | undefined): Json {
  if (typeof kind === "object") {
    const json = toJson(kind.of, reader.bytes());
    const value = kind.of.as ? kind.of.as.to(json) : json;
    return kind.many ? [...listIn(before), value] : value;
  }
  return readScalar(reader, kind, wire, before);
}

function nothing(kind: Kind): Json {
  if (typeof kind === "object") return kind.many ? [] : null;
  return emptyScalar(kind);
}

function write(writer: BinaryWriter, n: number, kind: Kind, value: Json, present: boolean): void {
  if (typeof kind === "object") {
    for (const item of kind.many ? listIn(value) : [value]) {
      const json = kind.of.as ? kind.of.as.from(item) : item;
      if (isObject(json)) writer.tag(n, 2).bytes(fromJson(kind.of, json));
    }
    return;
  }
  writeScalar(writer, n, kind, value, present);
}

/** What an earlier reading kept, if it still is what it was. */
function unknownOf(json: JsonObject): Uint8Array {
  const kept = json[ours];
  if (!isObject(kept) || typeof kept.raw !== "string") return new Uint8Array(0);
  const bytes = Buffer.from(kept.raw, "base64");
  try {
    const reader = new BinaryReader(bytes);
    while (reader.pos < reader.len) {
      const [n, wire] = reader.tag();
      reader.skip(wire, n);
    }
    return bytes;
  } catch {
    return new Uint8Array(0);
  }
}
