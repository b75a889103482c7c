import { describe, expect, it } from "vitest";
import type { ColumnUse } from "../../../main/contract/transfer.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { awkward } from "./awkward.ts";
import { readText } from "./reading.ts";

const letters: Readonly<Record<string, string>> = { Text: "c", Front: "f", Back: "b", Extra: "x", Source: "s" };
const signs = { tags: "t", deck: "@", type: "T", guid: "!", nothing: "-" };
const letter = (use: ColumnUse) => (use.to === "field" ? (letters[use.field] ?? "?") : signs[use.to]);
const spoken = new Map([
  ["\t", "tab"],
  [" ", "space"],
]);

function seen({ table }: Parcel): string {
  if (!table) return "no table";
  const { separator, columns, header, html, encoding, type } = table.options;
  return [
    spoken.get(separator) ?? separator,
    columns.map(letter).join(""),
    ...(header ? ["header"] : []),
    ...(html ? ["html"] : []),
    ...(encoding === "utf-8" ? [] : [encoding]),
    ...(type === "basic" ? [] : [type]),
  ].join(" ");
}

function notesOf({ notes, decks, table }: Parcel): string[] {
  const names = new Map(decks.map(({ id, name }) => [id, name]));
  const hasDeck = table?.options.columns.some(({ to }) => to === "deck");
  return notes.map(({ fields, tags, deck, guid }) => {
    const name = names.get(deck) ?? "";
    const place = hasDeck || name !== "a" ? `@${name}` : "";
    const text = Object.keys(letters)
      .flatMap((id) => fields[id] ?? [])
      .join("/")
      .replaceAll("\n", "↵");
    return `${text}${tags.length > 0 ? `#${tags.join()}` : ""}${place}${guid ? `!${guid}` : ""}`;
  });
}

describe("awkward files", () => {
  it.each(awkward)("$name", async ({ file, content, sees, notes, count, problems, because }) => {
    const parcel = await readText(file, content);
    expect(seen(parcel)).toBe(sees);
    if (notes) expect(notesOf(parcel)).toEqual(notes);
    if (count !== undefined) expect(parcel.notes).toHaveLength(count);
    if (because) expect(parcel.table?.because).toMatch(because);
    expect(parcel.problems.map(({ place }) => place)).toEqual((problems ?? []).map(([place]) => place));
    for (const [i, [, words]] of (problems ?? []).entries()) expect(parcel.problems[i]?.say).toMatch(words);
  });
});
