/** A file name, without its ending, that every system takes: some keep names such as "con" for themselves. */
export function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = Array.from(words.join("-")).slice(0, 60).join("").replace(/-$/, "");
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/.test(name) ? `deck-${name}`.replace(/-$/, "") : name;
}
