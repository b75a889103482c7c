import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import { isObject, type Json, type JsonObject, listIn, objectIn, writeJson } from "../json.ts";

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

export type Kind =
  | "bool"
  | "bit"
  | "text"
  | "uint"
  | "int"
  | "long"
  | "float"
  | "floats"
  | "uints"
  | { of: MessageShape; many?: true };

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

/** The object with these keys first, as Anki itself writes them: what says the same should look the same. */
export function inOrder(json: JsonObject, keys: readonly string[]): JsonObject {
  const first = keys.flatMap((key) => (Object.hasOwn(json, key) ? [[key, json[key]] as const] : []));
  return Object.fromEntries([...first, ...Object.entries(json).filter(([key]) => !keys.includes(key))]) as JsonObject;
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

function fits(kind: Kind, wire: number): boolean {
  if (kind === "float") return wire === 5;
  if (kind === "floats") return wire === 2 || wire === 5;
  if (kind === "uints") return wire === 2 || wire === 0;
  return wire === (kind === "text" || typeof kind === "object" ? 2 : 0);
}

function read(reader: BinaryReader, kind: Kind, wire: number, before: Json | undefined): Json {
  if (typeof kind === "object") {
    const json = toJson(kind.of, reader.bytes());
    const value = kind.of.as ? kind.of.as.to(json) : json;
    return kind.many ? [...listIn(before), value] : value;
  }
  switch (kind) {
    case "bool":
      return reader.bool();
    case "bit":
      return reader.bool() ? 1 : 0;
    case "text":
      return reader.string();
    case "uint":
      return reader.uint32();
    case "int":
      return reader.int32();
    case "long":
      return whole(BigInt(reader.int64()));
    case "float":
      return single(reader);
    case "floats":
      return [...listIn(before), ...(wire === 5 ? [single(reader)] : packed(reader.bytes(), single))];
    case "uints":
      return [
        ...listIn(before),
        ...(wire === 0 ? [reader.uint32()] : packed(reader.bytes(), (inner) => inner.uint32())),
      ];
  }
}

function packed(bytes: Uint8Array, next: (reader: BinaryReader) => number): number[] {
  const reader = new BinaryReader(bytes);
  const numbers: number[] = [];
  while (reader.pos < reader.len) numbers.push(next(reader));
  return numbers;
}

const single = (reader: BinaryReader) => shortest(reader.float());

const whole = (number: bigint): Json => (Number.isSafeInteger(Number(number)) ? Number(number) : number);

/** The shortest decimal that is this single-precision number; JSON has no others. */
function shortest(number: number): number {
  if (!Number.isFinite(number)) return 0;
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(number.toPrecision(digits));
    if (Math.fround(short) === number) return short;
  }
  return number;
}

function nothing(kind: Kind): Json {
  if (typeof kind === "object") return kind.many ? [] : null;
  return kind === "bool" ? false : kind === "text" ? "" : kind === "floats" || kind === "uints" ? [] : 0;
}

function write(writer: BinaryWriter, n: number, kind: Kind, value: Json, present: boolean): void {
  if (typeof kind === "object") {
    for (const item of kind.many ? listIn(value) : [value]) {
      const json = kind.of.as ? kind.of.as.from(item) : item;
      if (isObject(json)) writer.tag(n, 2).bytes(fromJson(kind.of, json));
    }
    return;
  }
  if (kind === "text") {
    if (present || value !== "") writer.tag(n, 2).string(typeof value === "string" ? value : writeJson(value));
  } else if (kind === "floats" || kind === "uints") {
    const numbers = listIn(value);
    if (numbers.length === 0) return;
    writer.tag(n, 2).fork();
    for (const number of numbers)
      if (kind === "floats") writer.float(float(number));
      else writer.uint32(unsigned(number));
    writer.join();
  } else if (kind === "float") {
    if (present || float(value) !== 0) writer.tag(n, 5).float(float(value));
  } else {
    const number = kind === "bool" || kind === "bit" ? BigInt(truth(value)) : integer(value);
    if (!present && number === 0n) return;
    writer.tag(n, 0);
    if (kind === "uint") writer.uint32(unsigned(value));
    else if (kind === "int") writer.int32(Number(BigInt.asIntN(32, number)));
    else writer.int64(BigInt.asIntN(64, number));
  }
}

const truth = (value: Json): boolean => Boolean(value) && value !== "0" && value !== "false";

function integer(value: Json): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) return BigInt(value);
  const number = Math.round(Number(value));
  return Number.isFinite(number) ? BigInt(number) : 0n;
}

const unsigned = (value: Json): number => Number(BigInt.asUintN(32, integer(value) < 0n ? 0n : integer(value)));

function float(value: Json): number {
  const number = Math.fround(Number(value));
  return Number.isFinite(number) ? number : 0;
}

/** An object, and the objects in it, of which something is taken out. */
function copy(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, isObject(value) ? { ...value } : value]));
}

function put(json: JsonObject, key: string, value: Json): void {
  const [outer = "", inner] = key.split(".");
  if (inner === undefined) json[outer] = value;
  else {
    const object = json[outer];
    if (isObject(object)) object[inner] = value;
    else json[outer] = { [inner]: value };
  }
}

function take(json: JsonObject, key: string): Json | undefined {
  const [outer = "", inner] = key.split(".");
  const object = json[outer];
  if (inner === undefined) {
    delete json[outer];
    return object;
  }
  if (!isObject(object)) return undefined;
  const value = object[inner];
  delete object[inner];
  return value;
}

/** Keys that Anki did not know, beside those that it did. */
function merge(json: JsonObject, other: JsonObject): void {
  for (const [key, value] of Object.entries(other)) {
    const there = json[key];
    if (isObject(there) && isObject(value)) Object.assign(there, { ...value, ...there });
    else if (!Object.hasOwn(json, key))
      Object.defineProperty(json, key, { value, enumerable: true, configurable: true, writable: true });
  }
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
