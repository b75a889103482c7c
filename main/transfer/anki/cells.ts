import type { SqlValue } from "sql.js";

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lax = new TextDecoder("utf-8", { ignoreBOM: true });

/** What had to be changed while cells were read, to be told once for a table. */
export interface Mended {
  numbers: number;
  controls: number;
}

/** Text that came as a blob; `whole` is false if bytes in it were no UTF-8 and were replaced. */
export function textOf(value: SqlValue | undefined): { text: string; whole: boolean } {
  if (value === null || value === undefined) return { text: "", whole: true };
  if (!(value instanceof Uint8Array)) return { text: String(value), whole: true };
  try {
    return { text: strict.decode(value), whole: true };
  } catch {
    return { text: lax.decode(value), whole: false };
  }
}

/** ASCII control characters but newline and tab, and but the one that stands between fields. */
const isControl = (code: number) => (code < 32 && code !== 9 && code !== 10 && code !== 31) || code === 127;

/** A field's text without characters that nobody sees. Anki drops them too. */
export function withoutControls(text: string, mended: Mended): string {
  let kept = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isControl(text.charCodeAt(i))) continue;
    kept += text.slice(from, i);
    from = i + 1;
  }
  if (from === 0) return text;
  mended.controls++;
  return kept + text.slice(from);
}

/** A whole number within bounds, as SQLite itself would cast it. */
export function numberOf(value: SqlValue | undefined, low: number, high: number, mended: Mended): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= low && value <= high) return value;
  mended.numbers++;
  const number = typeof value === "number" ? value : typeof value === "string" ? Number.parseFloat(value) : 0;
  return Number.isNaN(number) ? Math.max(low, Math.min(high, 0)) : Math.max(low, Math.min(high, Math.trunc(number)));
}

/** Epoch seconds; some generators write milliseconds. */
export function secondsOf(value: SqlValue | undefined, now: number, mended: Mended): number {
  const number = numberOf(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, mended);
  const seconds = number > 1e11 ? Math.trunc(number / 1000) : number;
  const kept = Math.max(0, Math.min(seconds, Math.trunc(now / 1000) + 86400));
  if (kept !== number) mended.numbers++;
  return kept;
}
