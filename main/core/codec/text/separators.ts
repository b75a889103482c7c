/** What may stand between cells, the usual first. */
export const separators = ["\t", ",", ";", "|", ":", " "] as const;

const names = new Map([
  ["tab", "\t"],
  ["comma", ","],
  ["semicolon", ";"],
  ["pipe", "|"],
  ["colon", ":"],
  ["space", " "],
  ["\\t", "\t"],
]);

const spoken = new Map([
  ["\t", "Tabs"],
  [",", "Commas"],
  [";", "Semicolons"],
  ["|", "Bars"],
  [":", "Colons"],
  [" ", "Spaces"],
]);

/** The separator that a header names, by its name or as itself; null if it is none. */
export function separatorNamed(value: string): string | null {
  const known = names.get(value.trim().toLowerCase());
  if (known !== undefined) return known;
  const sign = value.trim() || value;
  return sign.length === 1 && !'"#'.includes(sign) ? sign : null;
}

/** For a sentence: "Commas", "“~”". */
export const sayMany = (separator: string): string => spoken.get(separator) ?? `“${separator}”`;
