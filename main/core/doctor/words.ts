const words = new Intl.Segmenter(undefined, { granularity: "word" });
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

// Longer texts are counted by their beginnings.
const longest = 5_000;

/** How many words a text has, in any script. */
export function wordCount(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text.slice(0, longest))) if (isWordLike) count++;
  return count;
}

/** The sentences of a text; a line's end ends one. Initials and short forms (“J. S. Bach”, “e.g.”) do not. */
export function sentencesOf(text: string): string[] {
  const parts = Array.from(sentences.segment(text.slice(0, longest)), ({ segment }) => segment);
  const all: string[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last !== undefined && /(?:^|[\s(.])(?:\p{L}{1,3}|[Pp]rof|[Ss]ept|etc)\.\s*$/u.test(last))
      all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all.map((sentence) => sentence.trim()).filter((sentence) => wordCount(sentence) > 0);
}

const separator = /(?<!\d)\s*[,;،；，、]\s*|\s*[,;]\s+(?=\D)/u;

/** The things that a text enumerates, of a few words each; empty if it is no such list. */
export function enumerated(text: string, least = 4): string[] {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length > 1) return lines.length > 2 && lines.every((line) => wordCount(line) <= 8) ? lines : [];
  const only = lines[0] ?? "";
  const [, tail] = /^[^:]{0,60}:\s+(.+)$/.exec(only) ?? [];
  const items = (tail ?? only)
    .split(separator)
    .flatMap((item, i, all) => (i === all.length - 1 ? item.split(joining) : [item]));
  const bare = items.map((item) =>
    item
      .replace(/^(?:and|or|und|oder|et|ou|y|o|и|или|և|e|en)\s+/iu, "")
      .replace(/[.!]\s*$/, "")
      .trim(),
  );
  return bare.length >= least && bare.every((item) => item !== "" && wordCount(item) <= 4) ? bare : [];
}

const joining = /\s+(?:and|or|und|oder|et|ou|y|и|или|և|&)\s+/iu;
