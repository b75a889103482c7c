const deepest = 50;

// Control characters and lone surrogates; a name is one line.
const dropped = /[\p{Cc}\p{Cs}]/gu;

/** A deck's full name as Anki would have it: parts without blanks and colons at their ends, none of them empty. */
export function ankiDeckName(name: string): string {
  const parts = name
    .normalize("NFC")
    .replaceAll("\u001f", "::")
    .replace(dropped, "")
    .split("::")
    .map((part) => part.replace(/^[ :]+/, "").replace(/[ :]+$/, "") || "blank");
  return [
    ...parts.slice(0, deepest - 1),
    ...(parts.length >= deepest ? [parts.slice(deepest - 1).join(" ")] : []),
  ].join("::");
}

/** Two names that differ in case only are one deck. */
export const deckKey = (name: string): string => name.toLowerCase();
