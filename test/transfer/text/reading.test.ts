import { describe, expect, it } from "vitest";
import type { FieldType } from "../../../main/contract/shapes.ts";
import type { ImportOptions, TextOptions } from "../../../main/contract/transfer.ts";
import { emptyCollection } from "../../../main/core/collection.ts";
import { defaultOptions } from "../../../main/core/import/options.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { readPath, readText } from "./reading.ts";

const chosen = (parcel: Parcel, changes: Partial<TextOptions>, deck: string | null = null): ImportOptions => {
  const options = defaultOptions(emptyCollection(), parcel);
  if (!options.text) throw new Error("no table");
  return { ...options, deck, text: { ...options.text, ...changes } };
};
const fieldsOf = ({ notes }: Parcel) => notes.map(({ fields }) => fields);

describe("what the person chooses", () => {
  const file = "Haus,house;tree\nBaum,tree;house\n";

  it("counts before what was found", async () => {
    const first = await readText("a.txt", file);
    expect(first.table?.options.separator).toBe(";");
    const second = await readText("a.txt", file, { options: chosen(first, { separator: "," }) });
    expect(fieldsOf(second)[0]).toEqual({ Front: "Haus", Back: "house;tree" });
    const turned = chosen(second, {
      columns: [
        { to: "field", field: "Back" },
        { to: "field", field: "Front" },
      ],
    });
    expect(fieldsOf(await readText("a.txt", file, { options: turned }))[0]).toEqual({
      Front: "house;tree",
      Back: "Haus",
    });
  });

  it("columns that no longer fit are found anew", async () => {
    const first = await readText("a.txt", "a\tb\n{{c1::x}}\ty\n");
    const cloze = await readText("a.txt", "a\tb\n{{c1::x}}\ty\n", { options: chosen(first, { type: "basic" }) });
    expect(cloze.table?.options.columns).toEqual([
      { to: "field", field: "Front" },
      { to: "field", field: "Back" },
    ]);
  });

  it("an encoding, a header row, HTML and tags", async () => {
    const bytes = Buffer.from("Tür,door\nTor,gate\n", "latin1");
    const first = await readText("a.csv", bytes);
    const utf8 = await readText("a.csv", bytes, { options: chosen(first, { encoding: "utf-8" }) });
    expect(fieldsOf(utf8)[0]?.Front).toBe("T\ufffdr");
    const named = await readText("a.csv", bytes, { options: chosen(first, { header: true, tags: ["new"] }) });
    expect(named.notes.map(({ tags, fields }) => [fields.Front, tags])).toEqual([["Tor", ["new"]]]);
    expect(named.table?.names).toEqual(["Tür", "door"]);
    const html = await readText("b.csv", "<i>a</i>,b\n", { options: chosen(first, { html: false }) });
    expect(fieldsOf(html)[0]?.Front).toBe("\\<i>a\\</i>");
  });

  it("the deck: as the header says, or as the person does; rows keep theirs inside it", async () => {
    const file = "#deck:Mine\na\tb\n";
    const first = await readText("x.txt", file);
    expect(first.wish?.deck).toBe("Mine");
    expect(first.decks.map(({ name }) => name)).toEqual(["Mine"]);
    expect(first.notes[0]?.unsaid).toEqual(["tags"]);
    const second = await readText("x.txt", file, { options: chosen(first, {}, "Yours") });
    expect(second.decks.map(({ name }) => name)).toEqual(["Yours"]);
    const rows = await readText("x.txt", "#deck column:3\na\tb\tA::B\nc\td\t\n");
    expect(rows.decks.map(({ name }) => name)).toEqual(["A::B", "x"]);
  });

  it("what the header asks for of notes that are here", async () => {
    const wish = async (line: string) => (await readText("x.txt", `${line}\na\tb\n`)).wish;
    expect(await wish("#if matches:update current")).toMatchObject({ notes: "always" });
    expect(await wish("#if matches:keep current")).toMatchObject({ notes: "never" });
    expect(await wish("#if matches:keep both")).toMatchObject({ duplicates: true });
    expect(await wish("#match scope:notetype + deck")).toMatchObject({ text: { match: "typeAndDeck" } });
  });
});

describe("note types", () => {
  const type = {
    ...stockTypes.basic,
    id: "t1",
    name: "Vocabulary",
    stock: null,
    format: "html" as const,
    fields: ["Word", "Meaning", "Sound"].map((name) => ({
      ...(stockTypes.basic.fields[0] as FieldType),
      id: name.toLowerCase(),
      name,
    })),
    sort: "word",
  };
  const collection = emptyCollection();
  collection.noteTypes.set(type.id, type);

  it("the person's own is found by its fields, and comes along", async () => {
    const parcel = await readText("a.csv", "Meaning,Word,Sound\nhouse,Haus,[sound:a.mp3]\n", { collection });
    expect(parcel.table?.options.type).toBe("t1");
    expect(fieldsOf(parcel)).toEqual([{ meaning: "house", word: "Haus", sound: "[sound:a.mp3]" }]);
    expect(parcel.noteTypes).toEqual([type]);
  });

  it("or by its name or id in the header; HTML stays, plain text is written as Anki does", async () => {
    const parcel = await readText("a.txt", '#notetype:vocabulary\n#html:false\na<b\t"it\'s ""q""\nx"\n', {
      collection,
    });
    expect(fieldsOf(parcel)).toEqual([{ word: "a&lt;b", meaning: "it&#x27;s &quot;q&quot;<br>x" }]);
    const html = await readText("a.txt", "#notetype:t1\n#html:true\n<b>a</b>  \tx\n", { collection });
    expect(fieldsOf(html)).toEqual([{ word: "<b>a</b>  ", meaning: "x" }]);
  });

  it("rows of several types have their fields by their place", async () => {
    const file = "#notetype column:1\nCloze\t{{c1::a}}\tb\t\nVocabulary\tw\tm\ts\nBasic\tf\tb\n\tx\ty\n";
    const parcel = await readText("a.txt", file, { collection });
    expect(parcel.notes.map(({ type, fields }) => [type, Object.values(fields)])).toEqual([
      ["cloze", ["{{c1::a}}", "b", ""]],
      ["t1", ["w", "m", "s"]],
      ["basic", ["f", "b"]],
    ]);
    expect(parcel.problems).toMatchObject([{ place: "line 5", weight: "broken" }, { place: "line 4" }]);
  });
});

it("of several types of a name, a row has that of the note with its guid, else ours, else the one that came from Anki by that name", async () => {
  const collection = emptyCollection();
  const came = { ...stockTypes.basic, id: "17", name: "Basic 2", stock: null, format: "html" as const };
  collection.noteTypes.set("17", { ...came, kept: { anki: '{"name":"Basic"}' } });
  collection.noteTypes.set("18", { ...came, id: "18", name: "Mine", kept: { anki: '{"name":"Words"}' } });
  const note = { deck: "d", fields: {}, tags: [], position: 0, created: 1, modified: 1 };
  collection.notes.set("n1", { ...note, id: "n1", guid: "g1", type: "17" });
  const file = "#guid column:1\n#notetype column:2\ng1\tBasic\ta\tb\ng2\tBasic\ta\tb\ng3\twords\ta\tb\n";
  const { notes } = await readText("a.txt", file, { collection });
  expect(notes.map(({ guid, type }) => [guid, type])).toEqual([
    ["g1", "17"],
    ["g2", "basic"],
    ["g3", "18"],
  ]);
});

describe("files that are refused", () => {
  it.each([
    [
      "picture.txt",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0, 1, 2, 3]),
      /it is not text/,
    ],
    [
      "zip.csv",
      Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(2_000, "\x01\xfe\x00\x17\x99")]),
      /it is not text/,
    ],
    ["page.csv", "<!DOCTYPE html><html><body>Please sign in</body></html>", /web page/],
    ["deck.txt", '{"notes": [{"a": 1}]}', /JSON, not a table.*\.json/],
    ["empty.csv", "", /it is empty/],
  ])("%s", async (name, content, words) => {
    await expect(readText(name, content)).rejects.toThrow(words);
  });

  it("one that is too large, and a cell that is", async () => {
    await expect(readText("a.csv", "a,b\n".repeat(1_000), { limits: { text: 2_000 } })).rejects.toThrow(
      /larger than 0 MB/,
    );
    const parcel = await readText("a.csv", `a,${"x".repeat(10_000_001)}\nc,d\n`);
    expect(parcel.notes).toHaveLength(1);
    expect(parcel.problems).toMatchObject([{ place: "line 1", weight: "broken" }]);
  });

  it("one that is stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(readText("a.csv", "a,b\n".repeat(5_000), { signal: stop.signal })).rejects.toMatchObject({
      fault: { code: "stopped" },
    });
  });
});

it("200,000 rows, some of them wrong, which is told in few words", async () => {
  const rows = Array.from({ length: 200_000 }, (_, n) =>
    n % 50 === 0 ? `,${n}` : `word ${n},"meaning, ${n}",tag${n % 7}`,
  );
  const { notes, problems, table } = await readText("a.csv", rows.join("\n"));
  expect([notes.length, table?.rows, table?.because]).toEqual([
    196_000,
    200_000,
    "Commas make 3 columns in 490 of the first 500 rows.",
  ]);
  expect(problems.length).toBeLessThan(1_010);
  expect(problems.at(-1)?.say).toMatch(/3000 more/);
});

describe.skipIf(!haveRealDecks)("real files", () => {
  it.each([
    ["Alexuspo_abstrakt_umeni.txt", 20],
    ["Alexuspo_abstraktni_umeni_obrazky.txt", 29],
    ["Alexuspo_literatura.txt", 25],
  ])("%s", async (name, count) => {
    const { notes, problems, table } = await readPath(realDeck(name), name);
    expect(problems).toEqual([]);
    expect(notes).toHaveLength(count);
    expect(table?.options).toMatchObject({ separator: "\t", html: true, header: false });
    expect(notes.every(({ fields }) => fields.Front && fields.Back)).toBe(true);
  });
});
