// Texts that the real Anki writes, read by Mneme; texts that Mneme writes, read by Anki; and awkward ones, cell by cell.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { say } from "../../.scripts/root.mjs";
import type { NoteType } from "../../main/contract/shapes.ts";
import { readTable } from "../../main/core/codec/text/readTable.ts";
import { writeNotes } from "../../main/core/codec/text/writeNotes.ts";
import { type Collection, emptyCollection } from "../../main/core/collection.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import { emptyParcel, type Parcel } from "../../main/core/parcel/parcel.ts";
import { decode } from "../../main/transfer/text/decode.ts";
import { awkward } from "../transfer/text/awkward.ts";
import { readText } from "../transfer/text/reading.ts";
import { textDifferences } from "./textDifferences.ts";

const anki = inject("anki");
const reason = "reason" in anki ? `, not compared: ${anki.reason}` : "";

/** Types that both have, written in HTML. */
const fieldsOf: Record<string, string[]> = {
  Two: ["Front", "Back"],
  Five: ["a", "b", "c", "d", "e"],
};

interface Plain {
  guid: string;
  type: string;
  deck: string;
  fields: string[];
  tags: string[];
}

interface Results {
  exported: { notes: Plain[]; texts: Record<string, string> };
  imported: Plain[][];
  cells: ({ guessed: string; rows: string[][]; width: number } | { error: string })[];
}

const piece = fc.constantFrom(
  ...'Haus|a b|5 &lt; 6|é|日本|#|# x|"|""|\'|,|;|:|||\t|\n|\n\n|<b>x</b>|<br>|&nbsp;|<img src="a.jpg">|[sound:a.mp3]|\\(x\\)|{{c1::y}}'.split(
    "|",
  ),
  " ",
);
const field = fc.array(piece, { maxLength: 5 }).map((all) => all.join(""));
const word = fc.constantFrom("Haus", "Baum", "#x", '"q"', "ü");
const someNotes: Plain[] = fc
  .sample(
    fc.record({
      type: fc.constantFrom("Two", "Five", "Cloze"),
      deck: fc.constantFrom("Default", "A", "A::B", "Deck, with “signs”"),
      first: fc.tuple(word, field).map(([a, b]) => `${a} ${b}`),
      rest: fc.array(field, { minLength: 4, maxLength: 4 }),
      tags: fc.uniqueArray(fc.constantFrom("x", "y::z", "ü"), { maxLength: 3 }).map((tags) => tags.sort()),
    }),
    { seed: 20261125, numRuns: 300 },
  )
  .map(({ type, deck, first, rest, tags }, i) => ({
    guid: `g#"${i},\t;`.replace("\t", i % 2 ? "!" : "~"),
    type,
    deck,
    tags,
    fields: [type === "Cloze" ? `{{c1::gap}} ${first} ${i}` : `${first} ${i}`, ...rest].slice(
      0,
      type === "Five" ? 5 : 2,
    ),
  }));

const types: NoteType[] = Object.entries({ ...fieldsOf, Cloze: ["Text", "Back Extra"] }).map(([name, fields]) => ({
  ...stockTypes[name === "Cloze" ? "cloze" : "basic"],
  id: `type ${name}`,
  name,
  stock: null,
  format: "html",
  fields: fields.map((id) => ({ ...stockTypes.basic.fields[0], id, name: id }) as NoteType["fields"][number]),
}));

function collection(): Collection {
  const made = emptyCollection();
  for (const type of types) made.noteTypes.set(type.id, type);
  return made;
}

function parcelOf(notes: readonly Plain[]): Parcel {
  const parcel = emptyParcel("json");
  const names = [...new Set(notes.map(({ deck }) => deck))];
  const empty = { description: "", language: "", source: "", licence: "", asOf: "", preset: "default" };
  parcel.decks.push(...names.map((name) => ({ id: name, name, ...empty })));
  parcel.noteTypes.push(...types);
  for (const [position, { guid, type, deck, fields, tags }] of notes.entries()) {
    const ids = types.find(({ name }) => name === type)?.fields ?? [];
    parcel.notes.push({
      id: guid,
      type: `type ${type}`,
      deck,
      tags,
      fields: Object.fromEntries(ids.map(({ id }, i) => [id, fields[i] ?? ""])),
      position,
      created: 1,
      modified: 1,
    });
  }
  return parcel;
}

function plainOf({ notes, decks }: Parcel): Plain[] {
  const names = new Map(decks.map(({ id, name }) => [id, name]));
  return notes.map(({ guid, id, type, deck, fields, tags }) => ({
    guid: guid ?? id,
    type: type.replace("type ", ""),
    deck: names.get(deck) ?? "",
    fields: types.find(({ id }) => id === type)?.fields.map(({ id }) => fields[id] ?? "") ?? [],
    tags: [...tags].sort(),
  }));
}

const byGuid = (notes: readonly Plain[]) => [...notes].sort((a, b) => (a.guid < b.guid ? -1 : 1));

describe.skipIf(reason !== "")(`the real Anki and Mneme${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "mneme-anki-text-"));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const tables = awkward.map(({ content, file: name }) => {
    const decoded = decode(Buffer.from(content), null);
    if (!decoded) throw new Error("no text");
    const { text, encoding } = decoded;
    return readTable(text, {
      chosen: null,
      encoding,
      spreadsheet: name.endsWith(".csv"),
      collection: emptyCollection(),
    });
  });
  const written = [true, false].map((html) =>
    file(`mneme-${html}.txt`, `${[...writeNotes(parcelOf(someNotes), html)].join("\n")}\n`),
  );
  let results: Results;

  beforeAll(() => {
    if ("reason" in anki) return;
    const paths = awkward.map(({ content }, i) => ({
      path: file(`awkward-${i}.txt`, content),
      separator: tables[i]?.options.separator,
    }));
    const [source, target] = [join(folder, "given.json"), join(folder, "results.json")];
    writeFileSync(source, JSON.stringify({ types: fieldsOf, notes: someNotes, written, awkward: paths }));
    const script = join(import.meta.dirname, "text.py");
    const { status, stderr } = spawnSync(anki.python, [script, source, target], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
    results = JSON.parse(readFileSync(target, "utf8"));
    rmSync(folder, { recursive: true });
  }, 240_000);

  test(`what Anki exports of ${someNotes.length} notes comes in equal`, async () => {
    const { notes, texts } = results.exported;
    const full = await readText("a.txt", texts["html full"] ?? "", { collection: collection() });
    expect(full.problems).toEqual([]);
    expect(byGuid(plainOf(full))).toEqual(byGuid(notes));
  });

  test("without its columns, and as plain text, as many come in, and each text says what it said", async () => {
    const { notes, texts } = results.exported;
    for (const kind of ["html bare", "plain full", "plain bare"]) {
      const parcel = await readText("a.txt", texts[kind] ?? "", { collection: collection() });
      expect(parcel.notes.length + parcel.problems.filter(({ weight }) => weight === "broken").length).toBe(
        notes.length,
      );
      expect(parcel.problems.filter(({ weight }) => weight === "broken")).toEqual([]);
    }
    const bare = await readText("a.txt", texts["html bare"] ?? "", { collection: collection() });
    const numbers = (texts: (string | undefined)[]) => texts.map((text) => text?.match(/\d+$/)?.[0]).sort();
    expect(numbers(bare.notes.map(({ fields }) => Object.values(fields)[0]))).toEqual(
      numbers(notes.map(({ fields }) => fields[0])),
    );
  });

  test("what Mneme exports is imported equal by Anki", () => {
    const [html] = results.imported;
    expect(byGuid(html ?? [])).toEqual(byGuid(someNotes));
  });

  test("and so is plain text: what Anki makes of it is what Mneme makes of it", async () => {
    const lines = [...writeNotes(parcelOf(someNotes), false)];
    const parcel = await readText("a.txt", `${lines.join("\n")}\n`, { collection: collection() });
    expect(byGuid(results.imported[1] ?? [])).toEqual(byGuid(plainOf(parcel)));
  });

  test(`${awkward.length} awkward files have the same cells, or others for a listed reason`, () => {
    const told = new Map<string, number>();
    const unlisted: unknown[] = [];
    let same = 0;
    let guesses = 0;
    for (const [i, table] of tables.entries()) {
      const theirs = results.cells[i];
      const given = awkward[i];
      if (!theirs || !given) continue;
      if (
        "guessed" in theirs &&
        theirs.guessed !== table.options.separator &&
        table.block.header.separator === undefined
      )
        guesses++;
      const width = "width" in theirs ? Math.min(8, theirs.width) : 8;
      const names = table.options.header ? [table.names] : [];
      const ours = [...names, ...table.rows.map(({ cells }) => cells)]
        .map((cells) => Array.from({ length: 8 }, (_, n) => (n < width ? (cells[n] ?? "") : "").normalize("NFC")))
        .filter(([first]) => first?.trim() !== "");
      if ("rows" in theirs && JSON.stringify(theirs.rows) === JSON.stringify(ours)) {
        same++;
        continue;
      }
      const difference = textDifferences.find(({ explains }) => explains(given, table));
      if (difference) told.set(difference.name, (told.get(difference.name) ?? 0) + 1);
      else unlisted.push({ name: given.name, theirs, ours });
    }
    say(
      `\nAwkward texts: ${same} of ${tables.length} with the same cells; Anki guesses another separator in ${guesses}.\n`,
    );
    expect(unlisted).toEqual([]);
    expect(same).toBeGreaterThan(tables.length * 0.6);
    for (const { name } of textDifferences) expect(told.has(name), `${name} explains nothing any more`).toBe(true);
  });
});
