import { describe, expect, it } from "vitest";
import { objectIn } from "../../../main/transfer/anki/json.ts";
import {
  ankiCard,
  ankiCollection,
  ankiDatabase,
  ankiDeck,
  ankiNote,
  ankiReview,
  ankiType,
  withSql,
} from "../../fixtures/ankiFiles.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { readBytes, readFileAt } from "./reading.ts";

const now = Date.UTC(2026, 10, 25);
const [first, second] = [1_650_000_000_001, 1_650_000_000_002];
const old = await ankiDatabase(ankiCollection(), "legacy2");
const fresh = await ankiDatabase(ankiCollection(), "v3");
const bare = (bytes: Uint8Array) => readBytes(bytes, { name: "x.anki2", now });
const sql = async (text: string) => bare(await withSql(old, text));

describe("databases that are refused", () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ["nothing", () => Buffer.alloc(0), /its collection is no database/],
    ["text", () => Buffer.from("not SQLite at all"), /its collection is no database/],
    ["a head alone", () => Buffer.from("SQLite format 3\0"), /damaged/],
    ["half of one", () => old.slice(0, old.length / 2), /damaged/],
    ["a page of garbage", () => Uint8Array.from(old, (byte, n) => (n >= 4096 && n < 12_288 ? 0xa5 : byte)), /damaged/],
    [
      "a schema of garbage",
      () => Uint8Array.from(old, (byte, n) => (n > 100 && n < 4096 ? byte ^ 0x55 : byte)),
      /damaged/,
    ],
    ["a page size of 3", () => Uint8Array.from(old, (byte, n) => (n === 17 ? 3 : byte)), /damaged/],
    ["no tables", () => withSql(old, "DROP TABLE notes"), /its table “notes” is missing/],
    ["no log", () => withSql(old, "DROP TABLE revlog"), /its table “revlog” is missing/],
    [
      "a missing column",
      () => withSql(old, "ALTER TABLE notes DROP COLUMN flds"),
      /column “flds” of its table “notes” is missing/,
    ],
    [
      "a view for notes",
      () => withSql(old, "ALTER TABLE notes RENAME TO n2; CREATE VIEW notes AS SELECT * FROM n2"),
      /“notes” in it is no plain table/,
    ],
    [
      "a view without end",
      () =>
        withSql(
          old,
          `DROP TABLE cards; CREATE VIEW cards AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id, 1 nid FROM r`,
        ),
      /“cards” in it is no plain table/,
    ],
    [
      "a view for col",
      () => withSql(old, "ALTER TABLE col RENAME TO c2; CREATE VIEW col AS SELECT * FROM c2"),
      /“col” in it is no plain table/,
    ],
    [
      "a virtual table",
      () => withSql(old, "DROP TABLE graves; CREATE VIRTUAL TABLE graves USING fts3(usn, oid, type)"),
      /no plain table/,
    ],
    [
      "a computed column",
      () =>
        withSql(
          old,
          "ALTER TABLE cards DROP COLUMN data; ALTER TABLE cards ADD COLUMN data text AS (zeroblob(900000000))",
        ),
      /column “data” of its table “cards” is computed/,
    ],
    ["no row in col", () => withSql(old, "DELETE FROM col"), /its collection is empty/],
    [
      "two rows in col",
      () =>
        withSql(
          old,
          "INSERT INTO col SELECT 2, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags FROM col",
        ),
      /two collections/,
    ],
    ...[1, 3, 5, 10].map((ver): [string, () => Promise<Uint8Array>, RegExp] => [
      `schema ${ver}`,
      () => withSql(old, `UPDATE col SET ver = ${ver}`),
      new RegExp(`a version of Anki before 2.0 \\(schema ${ver}\\)`),
    ]),
    ...[12, 13, 11.5].map((ver): [string, () => Promise<Uint8Array>, RegExp] => [
      `schema ${ver}`,
      () => withSql(old, `UPDATE col SET ver = ${ver}`),
      /a test version of Anki/,
    ]),
    ...[19, 250].map((ver): [string, () => Promise<Uint8Array>, RegExp] => [
      `schema ${ver}`,
      () => withSql(old, `UPDATE col SET ver = ${ver}`),
      new RegExp(`newer version of Anki than Mneme knows \\(schema ${ver}\\)`),
    ]),
    ["a schema that is text", () => withSql(old, "UPDATE col SET ver = 'x'"), /cannot be imported/],
    ["schema 18 without its tables", () => withSql(old, "UPDATE col SET ver = 18"), /its table “config” is missing/],
    ["broken note types", () => withSql(old, "UPDATE col SET models = '{'"), /its note types cannot be read/],
    ["note types that are a list", () => withSql(old, "UPDATE col SET models = '[]'"), /its note types cannot be read/],
    ["note types that are nothing", () => withSql(old, "UPDATE col SET models = ''"), /its note types cannot be read/],
    [
      "note types 100,000 levels deep",
      () => withSql(old, `UPDATE col SET models = '${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}'`),
      /note types cannot be read/,
    ],
    [
      "a note type that is no message",
      () => withSql(fresh, unsorted("UPDATE notetypes SET config = x'0aff'")),
      /its note types cannot be read \(note type 1600000000001\)/,
    ],
    [
      "a table of schema 18 as a view",
      () => withSql(fresh, unsorted("ALTER TABLE config RENAME TO c2; CREATE VIEW config AS SELECT * FROM c2")),
      /“config” in it is no plain table/,
    ],
  ])("%s", async (_, bytes, sentence) => {
    await expect(bare(Uint8Array.from(await bytes()))).rejects.toThrow(sentence);
  });
});

/** SQL on a database of schema 18: it can only be run without the collation, and without the indexes that need it. */
function unsorted(text: string): string {
  return `PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE name LIKE 'idx_%';
    UPDATE sqlite_master SET sql = replace(sql, ' COLLATE unicase', ''); PRAGMA writable_schema=RESET; ${text}`;
}

describe("databases that do no harm", () => {
  it("triggers are not run, other tables and columns not looked at", async () => {
    const read = await sql(`ALTER TABLE notes ADD COLUMN evil text DEFAULT 'x'; CREATE TABLE evil(x);
      CREATE TRIGGER t AFTER UPDATE ON notes BEGIN DELETE FROM cards; END; CREATE VIEW v AS SELECT * FROM nowhere`);
    expect([read.anki.notes.length, read.anki.cards.length]).toEqual([2, 2]);
    expect(Object.keys(read.anki.notes[0] ?? {})).not.toContain("evil");
  });

  it("an index that says something else is not asked", async () => {
    const read = await sql(`PRAGMA writable_schema=ON;
      CREATE INDEX c ON revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type);
      CREATE TABLE kept AS SELECT * FROM sqlite_master WHERE name = 'c'; DELETE FROM sqlite_master WHERE name = 'c';
      PRAGMA writable_schema=RESET; UPDATE revlog SET ivl = 99;
      PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT * FROM kept`);
    expect(read.anki.revlog.map(({ ivl }) => ivl)).toEqual([99]);
  });

  it.each([
    ["decks", "decks", "Its decks could not be read; the standard ones were taken."],
    ["dconf", "presets", "Its presets could not be read; the standard ones were taken."],
    ["conf", "settings", "Its settings could not be read; the standard ones were taken."],
    ["tags", "tags", "Its list of tags could not be read; the standard ones were taken."],
  ] as const)("broken JSON in %s is told", async (column, _, say) => {
    for (const broken of ["{", "[1]", "null", "7"]) {
      const read = await sql(`UPDATE col SET ${column} = '${broken}'`);
      expect(read.problems).toEqual([{ place: "", say, weight: "suspicious" }]);
      expect(read.anki.col[column]).toBe("{}");
    }
  });

  it("broken messages in schema 18 are told, and standard values taken", async () => {
    const read = await bare(
      await withSql(
        fresh,
        unsorted(
          "UPDATE deck_config SET config = x'0aff'; UPDATE decks SET kind = x'0aff'; INSERT INTO config VALUES ('x', 0, 0, x'7b')",
        ),
      ),
    );
    expect(read.problems.map(({ place, say }) => [place, say])).toEqual([
      ["", "Its setting “x” could not be read and was left out."],
      ["preset 1", "It could not be read; it was left out."],
      ["deck 1", "It could not be read; standard values were taken."],
    ]);
    expect(objectIn(read.anki.col.decks)).toMatchObject({ 1: { name: "Default", dyn: 0 } });
  });

  it("write-ahead flags are no hindrance", async () => {
    const flagged = Uint8Array.from(old, (byte, n) => (n === 18 || n === 19 ? 2 : byte));
    expect((await bare(flagged)).anki.notes).toHaveLength(2);
  });

  it("the collation may be spelled in any way", async () => {
    const spelled = await withSql(
      fresh,
      "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', 'collate \"unicase\"')",
    );
    expect(objectIn((await bare(spelled)).anki.col.models)).toEqual(
      objectIn((await bare(Uint8Array.from(fresh))).anki.col.models),
    );
  });

  it.each([14, 15, 16, 17])("schema %i is read with the tables that it has", async (ver) => {
    const texts =
      ver === 14
        ? `, models = '${JSON.stringify({ 1: ankiType(1) })}', decks = '${JSON.stringify({ 1: ankiDeck(1, "Default") })}'`
        : "";
    const tags = ver < 17 ? "ALTER TABLE tags DROP COLUMN collapsed; ALTER TABLE tags DROP COLUMN config;" : "";
    const gone = ver === 14 ? "DROP TABLE notetypes; DROP TABLE fields; DROP TABLE templates; DROP TABLE decks;" : "";
    const read = await bare(await withSql(fresh, unsorted(`${tags}${gone}UPDATE col SET ver = ${ver}${texts}`)));
    expect(read.anki).toMatchObject({ schema: ver, col: { ver: 11 } });
    expect(Object.keys(objectIn(read.anki.col.models) ?? {})).toEqual([ver === 14 ? "1" : "1600000000001"]);
    expect(objectIn(read.anki.col.dconf)).toMatchObject({ 1: { name: "Default" } });
    expect(read.problems).toEqual([]);
  });

  it.skipIf(!haveRealDecks)("a truncated real collection is refused at any length", async () => {
    const whole = await readFileAt(realDeck("pratyahara_deck.apkg"));
    const bytes = await ankiDatabase(whole.anki, "legacy2");
    for (let length = 512; length < bytes.length; length += 4096 * 3)
      await expect(bare(bytes.slice(0, length))).rejects.toThrow(/cannot be imported/);
  });
});

describe("rows that are mended", () => {
  const told = (read: { problems: { place: string; say: string }[] }) =>
    read.problems.map(({ place, say }) => `${place}: ${say}`);

  it("text that is no UTF-8, and lone surrogates", async () => {
    const read = await sql(`UPDATE notes SET flds = cast(x'61ff1f62eda08063' AS text) WHERE id = ${first}`);
    expect(read.anki.notes[0]?.flds).toBe("a\ufffd\x1fb\ufffd\ufffd\ufffdc");
    expect(read.problems).toEqual([
      {
        place: `note ${first}`,
        say: "Some of its text is damaged; unreadable letters became �.",
        weight: "suspicious",
        note: String(first),
      },
    ]);
  });

  it("blobs, zeros and control characters in fields", async () => {
    const read = await sql(`UPDATE notes SET flds = x'61000d0a09011f7f62' WHERE id = ${first}`);
    expect(read.anki.notes[0]?.flds).toBe("a\n\t\x1fb");
    expect(told(read)).toEqual(["notes: 1 texts had invisible control characters, which were taken out."]);
  });

  it("null, text, fractions and numbers out of bounds where whole numbers belong", async () => {
    const read = await sql(`CREATE TABLE c2 AS SELECT * FROM cards; DROP TABLE cards; ALTER TABLE c2 RENAME TO cards;
      UPDATE cards SET mod = 1389842146.062, due = 99999999999, ivl = '12 days', factor = 2500.9, reps = NULL, lapses = 9e999,
      left = -9e999, flags = x'31', type = 'x', odue = -9999999999 WHERE id = ${first};
      UPDATE cards SET mod = 1389842146062, queue = 'two' WHERE id = ${second}`);
    expect(read.anki.cards[0]).toMatchObject({
      ...{
        mod: 1_389_842_146,
        due: 2 ** 31 - 1,
        ivl: 12,
        factor: 2500,
        reps: 0,
        lapses: 2 ** 31 - 1,
        left: -(2 ** 31),
      },
      ...{ flags: 0, type: 0, odue: -(2 ** 31) },
    });
    expect(read.anki.cards[1]).toMatchObject({ mod: 1_389_842_146, queue: 0 });
    expect(told(read)).toEqual([expect.stringMatching(/^collection: \d+ numbers in its tables were no whole numbers/)]);
  });

  it("moments in the future", async () => {
    const read = await sql(`UPDATE notes SET mod = 99999999999 WHERE id = ${first}`);
    expect(read.anki.notes[0]?.mod).toBe(now / 1000 + 86_400);
  });

  it("ids that cannot be one, with everything that names them", async () => {
    const odd = ankiCollection({
      types: [ankiType(1), ankiType(2)],
      decks: [ankiDeck(1, "Default"), ankiDeck(2, "Odd")],
      notes: [ankiNote(-5, { mid: 2 }), ankiNote(7, { mid: 1 })],
      cards: [ankiCard(-9, -5, { did: 2 }), ankiCard(8, 7)],
      revlog: [ankiReview(1_600_000_000_000, -9), ankiReview(-1, 8), ankiReview(2 ** 52, 8)],
    });
    const bytes = await withSql(
      await ankiDatabase(odd, "legacy2"),
      `UPDATE notes SET id = 9223372036854775807, mid = 'odd' WHERE id = -5; UPDATE cards SET nid = 9223372036854775807 WHERE id = -9;
       UPDATE cards SET did = -3 WHERE did = 2;
       UPDATE col SET models = replace(models, '"2":', '"odd":'), decks = replace(decks, '"2":', '"-3":')`,
    );
    const { anki, problems } = await bare(bytes);
    const [note, card] = [anki.notes.find(({ id }) => id !== 7), anki.cards.find(({ id }) => id !== 8)];
    expect(note?.id).toBe(8);
    expect(card).toMatchObject({ id: 9, nid: note?.id });
    expect(anki.revlog).toEqual([ankiReview(1_600_000_000_000, 9)]);
    expect(objectIn(anki.col.models)?.[String(note?.mid)]).toMatchObject({ name: "Type 2", id: note?.mid });
    expect(objectIn(anki.col.decks)?.[String(card?.did)]).toMatchObject({ name: "Odd", id: card?.did });
    expect(problems.map(({ place }) => place)).toEqual(["notes", "cards", "note types", "decks", "revlog"]);
  });

  it("a new id is never one that is there", async () => {
    const odd = ankiCollection({
      types: [ankiType(1), ankiType(now + 1)],
      notes: [ankiNote(5, { mid: 1 })],
      cards: [],
      revlog: [],
    });
    const bytes = await ankiDatabase(odd, "legacy2");
    const { anki } = await bare(
      await withSql(bytes, `UPDATE notes SET mid = 0; UPDATE col SET models = replace(models, '"1":', '"0":')`),
    );
    expect(anki.notes[0]?.mid).toBe(now + 2);
    expect(Object.values(objectIn(anki.col.models) ?? {})).toMatchObject([
      { name: "Type 1" },
      { name: `Type ${now + 1}` },
    ]);
  });

  it("ids of 64 bits in note types keep every digit", async () => {
    const type = JSON.stringify({ 1: ankiType(1) }).replace('"id":10000', '"id":-8446744073709551615');
    for (const generation of ["legacy2", "v3"] as const) {
      const read = await bare(await ankiDatabase(ankiCollection({ col: { models: type } }), generation));
      expect(read.anki.col.models).toContain('"id":-8446744073709551615');
    }
  });

  it("a field of 10 MB and a note of 100,000 fields come in", async () => {
    const long = ankiNote(3, { flds: "x".repeat(1e7) });
    const wide = ankiNote(4, { flds: "f\x1f".repeat(1e5) });
    const read = await bare(
      await ankiDatabase(ankiCollection({ notes: [long, wide], cards: [], revlog: [] }), "legacy2"),
    );
    expect(read.anki.notes).toEqual([long, wide]);
  });
});
