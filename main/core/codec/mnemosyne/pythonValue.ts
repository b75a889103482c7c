/** What a literal of Python says. A dictionary is a map by the text of its keys. */
export type PythonValue = null | boolean | number | string | PythonValue[] | Map<string, PythonValue>;

const deepest = 100;
const word = /[A-Za-z_]+/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[lLjJ]?/y;
const known = new Map<string, PythonValue>([
  ["None", null],
  ["True", true],
  ["False", false],
]);
const escapes = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);

interface Open {
  close: string;
  items: PythonValue[];
  isDict: boolean;
}

/**
 * Reads a text as Python writes values (`repr`): None, True, numbers, strings, lists, tuples and dictionaries of them. It is read as data
 * and nothing in it is ever run. Undefined for anything else. Without recursion.
 */
export function pythonValue(text: string): PythonValue | undefined {
  const stack: Open[] = [];
  let result: PythonValue | undefined;
  let at = 0;
  const put = (value: PythonValue): boolean => {
    const open = stack.at(-1);
    if (open) open.items.push(value);
    else if (result === undefined) result = value;
    else return false;
    return true;
  };
  while (at < text.length) {
    const sign = text[at] as string;
    if (/\s/.test(sign) || sign === ",") at++;
    else if (sign === ":" && stack.at(-1)?.close === "}") {
      (stack.at(-1) as Open).isDict = true;
      at++;
    } else if ("([{".includes(sign)) {
      if (stack.length >= deepest) return undefined;
      stack.push({ close: sign === "(" ? ")" : sign === "[" ? "]" : "}", items: [], isDict: false });
      at++;
    } else if (")]}".includes(sign)) {
      const open = stack.pop();
      if (open?.close !== sign || !put(closed(open))) return undefined;
      at++;
    } else {
      const read = scalar(text, at);
      if (!read || !put(read.value)) return undefined;
      at = read.next;
    }
  }
  return stack.length === 0 ? result : undefined;
}

function closed({ items, isDict, close }: Open): PythonValue {
  if (!isDict && !(close === "}" && items.length === 0)) return items;
  const map = new Map<string, PythonValue>();
  for (let i = 0; i + 1 < items.length; i += 2) map.set(String(items[i]), items[i + 1] as PythonValue);
  return map;
}

function scalar(text: string, at: number): { value: PythonValue; next: number } | null {
  const prefix = /^[uUbBrR]{0,2}(?=['"])/.exec(text.slice(at, at + 3))?.[0];
  if (prefix !== undefined) return quoted(text, at + prefix.length, /r/i.test(prefix));
  word.lastIndex = at;
  const name = word.exec(text)?.[0];
  if (name !== undefined)
    return known.has(name) ? { value: known.get(name) as PythonValue, next: word.lastIndex } : null;
  number.lastIndex = at;
  const digits = number.exec(text)?.[0];
  if (digits === undefined) return null;
  const value = Number(digits.replace(/[lLjJ]$/, ""));
  return Number.isFinite(value) ? { value, next: number.lastIndex } : null;
}

function quoted(text: string, from: number, isRaw: boolean): { value: string; next: number } | null {
  const mark = text[from] as string;
  let value = "";
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === mark) return { value, next: at + 1 };
    if (sign !== "\\" || isRaw) {
      value += sign;
      continue;
    }
    const next = text[at + 1] ?? "";
    const length = next === "x" ? 2 : next === "u" ? 4 : next === "U" ? 8 : 0;
    const code = text.slice(at + 2, at + 2 + length);
    if (length > 0 && /^[0-9a-fA-F]+$/.test(code) && code.length === length && Number.parseInt(code, 16) <= 0x10ffff) {
      value += String.fromCodePoint(Number.parseInt(code, 16));
      at += 1 + length;
    } else {
      value += escapes.get(next) ?? `\\${next}`;
      at++;
    }
  }
  return null;
}
