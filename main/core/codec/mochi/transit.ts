import { deepest, type Value } from "./value.ts";

const base = 44;
const first = 48;
const longest = base * base;

/** What a text in Transit (JSON, terse or verbose) or in plain JSON says; undefined for anything else. */
export function readTransit(text: string): Value | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  return new Decoder().read(json, 0);
}

/** Texts that come again are written as a short code; which, follows from the order in which they came. */
class Decoder {
  #cache: string[] = [];

  read(json: unknown, depth: number): Value | undefined {
    if (depth > deepest) return undefined;
    if (typeof json === "string") return this.#text(json, false);
    if (Array.isArray(json)) return this.#list(json, depth);
    if (typeof json === "object" && json !== null) return this.#object(json, depth);
    return typeof json === "number" || typeof json === "boolean" ? json : null;
  }

  #list(json: unknown[], depth: number): Value | undefined {
    if (json[0] === "^ ") return this.#map(json.slice(1), depth);
    const [head] = json;
    if (json.length === 2 && typeof head === "string") {
      const tag =
        head.startsWith("~#") || (isCode(head) && this.#peek(head).startsWith("~#")) ? this.#raw(head, false) : null;
      if (tag !== null) return this.#tagged(tag.slice(2), json[1], depth);
    }
    const items: Value[] = [];
    for (const each of json) {
      const value = this.read(each, depth + 1);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }

  #object(json: object, depth: number): Value | undefined {
    const pairs = Object.entries(json);
    const [only] = pairs;
    if (pairs.length === 1 && only?.[0].startsWith("~#")) return this.#tagged(only[0].slice(2), only[1], depth);
    return this.#map(pairs.flat(), depth);
  }

  #map(flat: readonly unknown[], depth: number): Value | undefined {
    const map = new Map<string, Value>();
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const key = typeof flat[i] === "string" ? this.#text(flat[i] as string, true) : this.read(flat[i], depth + 1);
      const value = this.read(flat[i + 1], depth + 1);
      if (key === undefined || value === undefined) return undefined;
      map.set(String(key), value);
    }
    return map;
  }

  #tagged(tag: string, json: unknown, depth: number): Value | undefined {
    const value = this.read(json, depth + 1);
    if (tag === "cmap" && Array.isArray(value)) {
      const map = new Map<string, Value>();
      for (let i = 0; i + 1 < value.length; i += 2) map.set(String(value[i]), value[i + 1] as Value);
      return map;
    }
    return tag === "m" && typeof value === "string" ? Number(value) : value;
  }

  #text(written: string, isKey: boolean): Value {
    const raw = this.#raw(written, isKey);
    if (raw[0] !== "~") return raw;
    const rest = raw.slice(2);
    switch (raw[1]) {
      case ":":
      case "$":
      case "u":
      case "r":
      case "t":
      case "c":
      case "b":
        return rest;
      case "i":
      case "n":
      case "d":
      case "f":
      case "m":
        return Number.isFinite(Number(rest)) ? Number(rest) : rest;
      case "?":
        return rest === "t";
      case "_":
        return null;
      default:
        return raw.slice(1);
    }
  }

  /** The text that a code stands for; any other is remembered where it may come again. */
  #raw(written: string, isKey: boolean): string {
    if (isCode(written)) return this.#peek(written);
    if (written.length > 3 && (isKey || /^~[:$#]/.test(written))) {
      if (this.#cache.length >= longest) this.#cache = [];
      this.#cache.push(written);
    }
    return written;
  }

  #peek(code: string): string {
    const at = (i: number) => code.charCodeAt(i) - first;
    return this.#cache[code.length === 2 ? at(1) : at(1) * base + at(2)] ?? "";
  }
}

const isCode = (text: string): boolean => text[0] === "^" && text !== "^ " && (text.length === 2 || text.length === 3);
