import { describe, expect, it } from "vitest";
import { rows, sqlite } from "../../../main/transfer/anki/database.ts";
import { foldCase } from "../../../main/transfer/anki/schema18/fold.ts";
import { record, varint } from "../../../main/transfer/anki/schema18/record.ts";
import { ankiCollection, ankiDatabase, ankiDeck, ankiType } from "../../fixtures/ankiFiles.ts";

/** With lower case ASCII names, the order of Anki's collation is SQLite's own, and SQLite can check what was written by hand. */
async function checked(names: string[]): Promise<string[]> {
  const anki = ankiCollection({
    types: names.slice(0, 50).map((name, n) => ankiType(n + 1, names.slice(0, 60), names.slice(0, 30), { name })),
    decks: names.map((name, n) => ankiDeck(n + 1, name)),
    col: { tags: JSON.stringify(Object.fromEntries(names.map((name, n) => [name, n]))) },
  });
  const { Database } = await sqlite();
  const database = new Database(await ankiDatabase(anki, "v3"));
  database.exec("PRAGMA writable_schema=ON");
  database.exec("UPDATE sqlite_master SET sql = replace(sql, ' COLLATE unicase', '')");
  database.exec("PRAGMA writable_schema=RESET");
  const said = [...rows(database, "PRAGMA integrity_check")].map(([line]) => String(line));
  for (const name of names.filter((_, n) => n % 97 === 0)) {
    expect([...rows(database, "SELECT usn FROM tags WHERE tag = ?", [name])], name).toEqual([[names.indexOf(name)]]);
    expect([...rows(database, "SELECT id FROM decks INDEXED BY idx_decks_name WHERE name = ?", [name])], name).toEqual([
      [names.indexOf(name) + 1],
    ]);
  }
  database.close();
  return said;
}

describe("indexes that are written by hand", () => {
  it.each([
    ["none at all", []],
    ["one", ["a"]],
    ["a full page, and every number around it", Array.from({ length: 300 }, (_, n) => `n${n}`)],
    ["three levels of pages", Array.from({ length: 1500 }, (_, n) => `${n}`.padStart(200, "x"))],
    ["names of several pages", Array.from({ length: 14 }, (_, n) => "z".repeat(1 + 897 * n) + n)],
  ])("are whole with %s", async (_, names) => {
    expect(await checked(names)).toEqual(["ok"]);
  });

  it("are whole at every size between one page and two", async () => {
    for (let n = 1; n < 12; n += 2)
      expect(await checked(Array.from({ length: n }, (_, i) => `${i}`.padStart(900, "y")))).toEqual(["ok"]);
  });

  it("hold numbers of every width", () => {
    expect(varint(0)).toEqual(Buffer.of(0));
    expect(varint(128)).toEqual(Buffer.of(0x81, 0));
    expect(record(["a", 0, 1, -1, 300, 2 ** 40, null])).toEqual(
      Buffer.from([8, 15, 8, 9, 1, 2, 5, 0, 0x61, 0xff, 1, 0x2c, 1, 0, 0, 0, 0, 0]),
    );
  });
});

describe("Anki's order of names", () => {
  it.each([
    ["Straße", "strasse"],
    ["ẞ", "ss"],
    ["ΣΊΣΥΦΟΣ", "σίσυφοσ"],
    ["ıI", "ıi"],
    ["İ", "i̇"],
    ["ꭰᏸ", "ᎠᏰ"],
    ["ﬃ", "iff"],
    ["ꟊ", "ꟊ"],
    ["🂡A", "🂡a"],
  ])("folds %s to %s", (text, folded) => expect(foldCase(text)).toBe(folded));
});
