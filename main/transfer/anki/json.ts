import { parse, stringify } from "lossless-json";

/** A value of JSON; whole numbers that a double cannot hold are bigints. */
export type Json = string | number | bigint | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** Foreign text is parsed by functions that call themselves. */
const deepest = 200;

/** Throws a SyntaxError for what is no JSON, or is nested too deeply. A key that comes twice has its last value. */
export function parseJson(text: string): Json {
  if (depthOf(text) > deepest) throw new SyntaxError("it is nested too deeply");
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }) as Json;
}

/** The object that a text holds; null for anything else. */
export function objectIn(text: string): JsonObject | null {
  try {
    const value = parseJson(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The items of a list; of anything else none. */
export const listIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export const writeJson = (value: Json): string => stringify(value) ?? "null";

function parseNumber(digits: string): number | bigint {
  const number = Number(digits);
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === 92) i++;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) most = Math.max(most, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return most;
}
