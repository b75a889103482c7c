import { BinaryReader, type BinaryWriter } from "@bufbuild/protobuf/wire";
import { type Json, listIn, writeJson } from "../json.ts";

/** What a field of a message holds that is no message itself; `bit` is a boolean that JSON says as 0 or 1. */
export type Scalar = "bool" | "bit" | "text" | "uint" | "int" | "long" | "float" | "floats" | "uints";

export function fitsScalar(kind: Scalar, wire: number): boolean {
  if (kind === "float") return wire === 5;
  if (kind === "floats") return wire === 2 || wire === 5;
  if (kind === "uints") return wire === 2 || wire === 0;
  return wire === (kind === "text" ? 2 : 0);
}

/** What a message says by saying nothing. */
export const emptyScalar = (kind: Scalar): Json =>
  kind === "bool" ? false : kind === "text" ? "" : kind === "floats" || kind === "uints" ? [] : 0;

/** Lists may come in parts: `before` is what came already. */
export function readScalar(reader: BinaryReader, kind: Scalar, wire: number, before: Json | undefined): Json {
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

/** Writes a value; what says nothing only where it is to be `present` all the same. */
export function writeScalar(writer: BinaryWriter, n: number, kind: Scalar, value: Json, present: boolean): void {
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

/** Booleans are also written as numbers, and those as texts. */
export const truth = (value: Json): boolean => Boolean(value) && value !== "0" && value !== "false";

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
