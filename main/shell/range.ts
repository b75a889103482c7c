/** A stretch of a file, both ends included; null for the whole of it. */
export type Stretch = { from: number; to: number } | null;

/**
 * What a `Range` header asks of a file of that size, in bytes. "unsatisfiable" if it begins beyond the end; anything that is no
 * single range of bytes counts as not asked (RFC 9110, 14.2).
 */
export function stretch(header: string | null, size: number): Stretch | "unsatisfiable" {
  const [, first = "", last = ""] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "")
    return Number(last) === 0 || size === 0 ? "unsatisfiable" : span(size - Number(last), size - 1, size);
  if (last !== "" && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return "unsatisfiable";
  return span(Number(first), last === "" ? size - 1 : Number(last), size);
}

const span = (from: number, to: number, size: number) => ({ from: Math.max(0, from), to: Math.min(to, size - 1) });
