import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { NoteType } from "../../../main/contract/shapes.ts";
import { emptyCollection, newCard } from "../../../main/core/collection.ts";
import { markdownToHtml } from "../../../main/core/html/markdownToHtml.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { emptyParcel, type Parcel, type ParcelNote } from "../../../main/core/parcel/parcel.ts";
import { csv, text } from "../../../main/transfer/text/text.ts";
import { readPath } from "./reading.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-text-out-"));

const own: NoteType = {
  ...stockTypes.reversed,
  id: "own",
  name: "Word, in “HTML”",
  stock: null,
  format: "html",
};
const deck = (id: string, name: string) => ({
  id,
  name,
  description: "",
  language: "",
  source: "",
  licence: "",
  asOf: "",
  preset: "default",
});

const parcelOf = (notes: Partial<ParcelNote>[]): Parcel => ({
  ...emptyParcel("json"),
  decks: [deck("d1", "Words"), deck("d2", "Words::More of them")],
  noteTypes: [own],
  notes: notes.map((note, i) => ({
    id: `n${i}`,
    type: "basic",
    deck: "d1",
    fields: {},
    tags: [],
    position: i,
    created: 1,
    modified: 1,
    ...note,
  })),
});

async function written(format: "text" | "csv", parcel: Parcel, html: boolean) {
  const name = format === "text" ? "out.txt" : "out.csv";
  const path = join(folder, name);
  const losses = await (format === "text" ? text : csv).write?.(parcel, {
    path,
    media: () => Promise.reject(new Error("no media")),
    options: { schedule: true, presets: true, media: true, older: false, html },
    calendar: { zone: "UTC", rolloverHour: 4 },
    now: 1,
    progress: () => {},
    signal: new AbortController().signal,
  });
  return { losses, path, name, content: await readFile(path, "utf8") };
}

async function thereAndBack(format: "text" | "csv", parcel: Parcel, html: boolean) {
  const { path, name } = await written(format, parcel, html);
  const collection = emptyCollection();
  for (const type of parcel.noteTypes) collection.noteTypes.set(type.id, type);
  return readPath(path, name, { collection });
}

const named = ({ notes, decks }: Parcel) => {
  const names = new Map(decks.map(({ id, name }) => [id, name]));
  return notes.map(({ guid, id, type, deck, fields, tags }) => ({
    guid: guid ?? id,
    type,
    deck: names.get(deck),
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")),
    tags,
  }));
};

it("Anki's text, with every column", async () => {
  const parcel = parcelOf([
    { id: "n1", fields: { Front: "**a** < b", Back: "x\ny", Extra: "", Source: "" }, tags: ["t", "a::b"] },
    { guid: "g,2", type: "own", deck: "d2", fields: { Front: "#<b>a</b>", Back: '5" nail<style>x</style>' } },
    { guid: "g3", type: "cloze", fields: { Text: "{{c1::a}} \\(x<y\\) [sound:s.mp3]" } },
    { nameless: true, type: "reversed", fields: { Front: "f", Back: "b" } },
  ]);
  expect((await written("text", parcel, true)).content).toBe(
    [
      "#separator:tab",
      "#html:true",
      "#guid column:1",
      "#notetype column:2",
      "#deck column:3",
      "#tags column:8",
      "n1\tBasic\tWords\t<b>a</b> &lt; b\tx<br>y\t\t\tt a::b",
      'g,2\tWord, in “HTML”\tWords::More of them\t#<b>a</b>\t"5"" nail"\t\t\t',
      "g3\tCloze\tWords\t{{c1::a}} \\(x&lt;y\\) [sound:s.mp3]\t\t\t\t",
      "\tBasic (and reversed card)\tWords\tf\tb\t\t\t",
      "",
    ].join("\n"),
  );
  const plain = await written("text", parcel, false);
  expect(plain.content.split("\n").slice(6, 9)).toEqual([
    'n1\tBasic\tWords\ta < b\t"x',
    'y"\t\t\tt a::b',
    'g,2\tWord, in “HTML”\tWords::More of them\t#a\t"5"" nail"\t\t\t',
  ]);
});

it("a table for spreadsheets, with names, a mark and Windows' line ends", async () => {
  const parcel = parcelOf([
    { id: "n1", fields: { Front: "a, b", Back: "=1+1" }, tags: ["t"] },
    { id: "n2", type: "cloze", fields: { Text: "{{c1::a}}", Extra: "e" } },
  ]);
  const { content, losses } = await written("csv", parcel, false);
  expect(content).toBe(
    '\ufeffFront,Back,Extra,Source,Text,Tags,Deck,Note type,Guid\r\n"a, b",=1+1,,,,t,Words,Basic,n1\r\n,,e,,{{c1::a}},,Words,Cloze,n2\r\n',
  );
  expect(losses).toContainEqual({ what: expect.stringMatching(/formulas/), count: 1, careful: true });
  expect(named(await thereAndBack("csv", parcel, false))).toEqual(named(parcel));
});

it("what neither can hold is told", async () => {
  const parcel = parcelOf([{ fields: { Front: "**a**", Back: "b" } }]);
  parcel.cards.push({ ...newCard("n0", 0), phase: "review", flag: 2 });
  const media = { id: "a.png", hash: "0", size: 1, type: "image/png", added: 0 };
  parcel.media.push(media);
  const { losses } = await written("text", parcel, false);
  expect(losses?.map(({ what, count }) => `${count} ${what}`)).toEqual([
    "1 schedules of cards",
    "1 flags, and cards that are set aside",
    "1 pictures and sounds (the text names them)",
    "1 note types with their templates and styles (the text names them)",
    "1 fields' bold type, pictures and the like",
  ]);
});

describe("there and back", () => {
  const word = fc.constantFrom(
    "Haus",
    "a b",
    "5 < 6",
    "é",
    "#1",
    '"q"',
    "'",
    "x,y;z|t:u",
    "{{c1::gap}}",
    "line\nline",
    "1. x",
    "- y",
    "tab\tx",
    "100%",
    "日本",
  );
  const plainText = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  const html = fc
    .constantFrom(
      "<b>x</b>",
      "a<br>b",
      "&nbsp;",
      '<img src="a.jpg">',
      "<div>d</div>",
      "&lt;i&gt;",
      "[sound:a.mp3]",
      "\n",
    )
    .chain((tag) => plainText.map((words) => `${words.replace(/</g, "&lt;")} ${tag}`));
  const tags = fc.uniqueArray(fc.constantFrom("t", "a::b", "marked", "ü"), { maxLength: 3 });
  const guid = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom("a", "B", "9", "#", '"', ",", ";", "{"), minLength: 3, maxLength: 9 }),
    { minLength: 6, maxLength: 6 },
  );
  const notes = guid.chain((guids) =>
    fc
      .array(
        fc.record({
          deck: fc.constantFrom("d1", "d2"),
          tags,
          kind: fc.constantFrom("own", "cloze", "basic"),
          front: html,
          back: html,
          plain: plainText,
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((all) =>
        all.map(
          ({ deck, tags, kind, front, back, plain }, i): Partial<ParcelNote> => ({
            guid: guids[i] as string,
            deck,
            tags,
            type: kind,
            fields:
              kind === "own"
                ? { Front: front, Back: back }
                : kind === "cloze"
                  ? { Text: markdown(plain) }
                  : { Front: markdown(plain) },
          }),
        ),
      ),
  );
  /** As the editor writes such a text. */
  const markdown = (words: string) =>
    words
      .replace(/^(\d+)\. /gm, "$1\\. ")
      .replace(/^-(?= )/gm, "\\-")
      .replace(/\t/g, " ");

  test("HTML fields come back as they were, byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(notes, async (all) => {
        const parcel = parcelOf(all.filter(({ type }) => type === "own"));
        if (parcel.notes.length === 0) return;
        expect(named(await thereAndBack("text", parcel, true))).toEqual(named(parcel));
      }),
      { numRuns: 60 },
    );
  });

  test("Markdown fields read as they did, through HTML and through plain text", async () => {
    await fc.assert(
      fc.asyncProperty(notes, fc.constantFrom("text", "csv"), fc.boolean(), async (all, format, html) => {
        const parcel = parcelOf(all.filter(({ type }) => type !== "own"));
        if (parcel.notes.length === 0) return;
        const back = await thereAndBack(format, parcel, html);
        const read = (all: Parcel) =>
          named(all).map(({ guid, fields }) => [
            guid,
            Object.entries(fields).map(([id, text]) => [id, markdownToHtml(text)]),
          ]);
        expect(read(back)).toEqual(read(parcel));
      }),
      { numRuns: 100 },
    );
  });
});
