import { deepest, type Value } from "./value.ts";

const blank = /[\s,]+/y;
const remark = /;[^\n]*/y;
const symbol = /[^\s,;"()[\]{}]+/y;
const named = new Map<string, Value>([
  ["nil", null],
  ["true", true],
  ["false", false],
]);
const signs = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["b", "\b"],
  ["f", "\f"],
]);

interface Open {
  close: string;
  isMap: boolean;
  items: Value[];
}

/** What a text in EDN says; undefined for anything else. Tags but for what they tag are left out. Without recursion. */
export function readEdn(text: string): Value | undefined {
  const stack: Open[] = [];
  let result: Value | undefined;
  let isDone = false;
  /** How many of the next values are to be left out, by level. */
  const skips: number[] = [0];
  const put = (value: Value): boolean => {
    const level = skips.length - 1;
    if ((skips[level] ?? 0) > 0) {
      skips[level] = (skips[level] ?? 0) - 1;
      return true;
    }
    const open = stack.at(-1);
    if (open) open.items.push(value);
    else if (isDone) return false;
    else [result, isDone] = [value, true];
    return true;
  };
  for (let at = 0; at < text.length; ) {
    const passed = match(blank, text, at) ?? match(remark, text, at);
    if (passed !== null) {
      at += passed.length;
      continue;
    }
    const sign = text[at] as string;
    if (text.startsWith("#_", at)) {
      skips[skips.length - 1] = (skips.at(-1) ?? 0) + 1;
      at += 2;
    } else if (text.startsWith("#{", at) || "([{".includes(sign)) {
      if (stack.length >= deepest) return undefined;
      const isSet = sign === "#";
      stack.push({ close: sign === "(" ? ")" : sign === "[" ? "]" : "}", isMap: sign === "{", items: [] });
      skips.push(0);
      at += isSet ? 2 : 1;
    } else if (")]}".includes(sign)) {
      const open = stack.pop();
      skips.pop();
      if (open?.close !== sign || !put(closed(open))) return undefined;
      at++;
    } else if (sign === '"') {
      const read = quoted(text, at);
      if (!read || !put(read.value)) return undefined;
      at = read.next;
    } else {
      const word = match(symbol, text, at);
      if (word === null) return undefined;
      at += word.length;
      if (!word.startsWith("#") && !put(atom(word))) return undefined;
    }
  }
  return stack.length === 0 ? result : undefined;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function closed({ isMap, items }: Open): Value {
  if (!isMap) return items;
  const map = new Map<string, Value>();
  for (let i = 0; i + 1 < items.length; i += 2) map.set(String(items[i]), items[i + 1] as Value);
  return map;
}

function atom(word: string): Value {
  if (named.has(word)) return named.get(word) as Value;
  if (word.startsWith(":")) return word.slice(1);
  const number = /^[+-]?\d/.test(word) ? Number(word.replace(/[NM]$/, "")) : Number.NaN;
  return Number.isFinite(number) ? number : word;
}

function quoted(text: string, from: number): { value: string; next: number } | null {
  let value = "";
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === '"') return { value, next: at + 1 };
    if (sign !== "\\") {
      value += sign;
      continue;
    }
    const next = text[++at] ?? "";
    const code = text.slice(at + 1, at + 5);
    if (next === "u" && /^[0-9a-fA-F]{4}$/.test(code)) {
      value += String.fromCharCode(Number.parseInt(code, 16));
      at += 4;
    } else value += signs.get(next) ?? next;
  }
  return null;
}
