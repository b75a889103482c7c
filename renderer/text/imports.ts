import { capitalise, count, list, number } from "./numbers.ts";

export const imports = {
  title: "Import history",
  none: "Nothing was imported yet.",
  columns: { at: "When", file: "File", decks: "Decks", came: "What came in", act: "Remove" },
  came: ({ added, changed, same }: { added: number; changed: number; same: number }): string =>
    list([
      ...(added || !changed ? [`${number(added)} added`] : []),
      ...(changed ? [`${number(changed)} updated`] : []),
      ...(same ? [`${number(same)} left`] : []),
    ]),
  removed: (at: string, notes: number): string => `removed ${at}, ${count(notes, "note")}`,
  remove: "Remove …",
  removeOf: (file: string): string => `Remove what ${file} brought …`,
  asks: (file: string): string => `Remove what “${file}” brought?`,
  goes: (notes: number): string =>
    notes === 0
      ? "No note goes."
      : `${capitalise(count(notes, "note goes", "notes go"))}, with ${notes === 1 ? "its" : "their"} cards and reviews.`,
  back: (n: number): string =>
    n === 0 ? "" : `${count(n, "note that was updated goes", "notes that were updated go")} back to what they were.`,
  stays: (n: number): string =>
    n === 0 ? "" : `${count(n, "note stays: it was", "notes stay: they were")} changed or studied since.`,
  along: (decks: number, media: number): string => {
    const parts = [...(decks ? [count(decks, "empty deck")] : []), ...(media ? [count(media, "media file")] : [])];
    return parts.length > 0 ? `${capitalise(list(parts))} ${decks + media === 1 ? "goes" : "go"} along.` : "";
  },
  doIt: (notes: number): string => (notes === 0 ? "Remove it" : `Remove ${count(notes, "note")}`),
  keep: "Keep it",
  did: (file: string, { notes, restored, touched }: { notes: number; restored: number; touched: number }): string =>
    `${file}: ${list([
      `${count(notes, "note")} removed`,
      ...(restored ? [`${number(restored)} put back`] : []),
      ...(touched ? [`${number(touched)} kept`] : []),
    ])}.`,
  close: "Close",
};
