// Anki's JSON: ids of 64 bits, numbers written as texts and booleans as numbers, keys of add-ons. What is not asked for stays as it is.
import { isLosslessNumber, LosslessNumber, parse, stringify } from "lossless-json";

export type Json = { [key: string]: unknown };

const deepest = 200;

/** An object of a text, numbers as they were written; null for anything else. */
export function readObject(text: string): Json | null {
  if (depthOf(text) > deepest) return null;
  try {
    const value = parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const writeJson = (value: unknown): string => stringify(value) ?? "null";

/** The parser calls itself for each level, so that a text of nothing but brackets would exhaust the stack. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (quoted) {
      if (sign === 0x5c) i++;
      else if (sign === 0x22) quoted = false;
    } else if (sign === 0x22) quoted = true;
    else if (sign === 0x7b || sign === 0x5b) most = Math.max(most, ++depth);
    else if (sign === 0x7d || sign === 0x5d) depth--;
  }
  return most;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isLosslessNumber(value);

/** A member that is a list of objects; what is none is left out. */
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const textOf = (value: unknown, otherwise = ""): string =>
  typeof value === "string" ? value : isLosslessNumber(value) ? value.value : otherwise;

/** A number however it was written; `otherwise` for what is none, or not finite. */
export function numberOf(value: unknown, otherwise: number): number {
  if (typeof value === "boolean") return Number(value);
  const number = isLosslessNumber(value) ? Number(value.value) : typeof value === "number" ? value : NaN;
  if (Number.isFinite(number)) return number;
  const written = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
  return Number.isFinite(written) ? written : otherwise;
}

export const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.map((each) => numberOf(each, NaN)).filter(Number.isFinite) : [];

export const truthOf = (value: unknown): boolean => value === "true" || numberOf(value, 0) !== 0;

/** The digits of an id, all of them; "" for what is no whole number. */
export function idOf(value: unknown): string {
  const digits = textOf(value).trim();
  if (/^-?\d{1,20}$/.test(digits)) return digits;
  const number = numberOf(value, NaN);
  return Number.isSafeInteger(number) ? String(number) : "";
}

/** A number to be written, exactly with those digits. */
export const exactly = (digits: string | number): LosslessNumber => new LosslessNumber(String(digits));
