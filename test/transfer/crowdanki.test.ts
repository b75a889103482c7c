import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cardId, newCard } from "../../main/core/collection.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import { emptyParcel, type Parcel } from "../../main/core/parcel/parcel.ts";
import { crowdanki } from "../../main/transfer/crowdanki/crowdanki.ts";
import { now, readAny } from "./zipped.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-crowd-"));
let count = 0;

const model = (uuid: string, name: string, more = {}) => ({
  __type__: "NoteModel",
  crowdanki_uuid: uuid,
  name,
  type: 0,
  css: ".card { background: url(_back.png) }",
  sortf: 0,
  flds: [
    { name: "Front", ord: 0, font: "Arial", size: 20, id: "8811223344556677889" },
    { name: "Back", ord: 1, font: "Arial", size: 20 },
  ],
  tmpls: [{ name: "Card 1", ord: 0, qfmt: "{{Front}}", afmt: "{{FrontSide}}<hr>{{Back}}", somethingNew: 5 }],
  vers: [],
  ...more,
});

const deck = (name: string, more = {}) => ({
  __type__: "Deck",
  children: [],
  crowdanki_uuid: `uuid-${name}`,
  deck_config_uuid: "p1",
  deck_configurations: [],
  desc: "",
  dyn: 0,
  media_files: [],
  name,
  note_models: [],
  notes: [],
  ...more,
});

const note = (guid: string, fields: unknown[], more = {}) => ({
  __type__: "Note",
  guid,
  fields,
  tags: ["a", "b::c"],
  flags: 0,
  note_model_uuid: "m1",
  ...more,
});

const world = deck("World", {
  desc: "Capitals",
  deck_configurations: [
    {
      crowdanki_uuid: "p1",
      name: "Slow",
      new: { perDay: 7, delays: [1, 10] },
      rev: { perDay: 50, maxIvl: 99 },
      lapse: {},
      addOn: { x: 1 },
    },
  ],
  media_files: ["map.png", "_back.png", "gone.png", "../evil.png"],
  note_models: [model("m1", "Countries")],
  notes: [note("g1", ["Armenia", '<img src="map.png">'])],
  children: [
    deck("Europe", { notes: [note("g2", ["Malta", "Valletta"]), note("g2", ["Twice", "x"])], media_files: ["e.mp3"] }),
    deck("World::Asia", { notes: [note("", ["Nauru"])] }),
  ],
});

async function written(root: unknown, media: Record<string, string> = {}): Promise<string> {
  const path = join(folder, `deck${++count}`);
  await mkdir(join(path, "media"), { recursive: true });
  await writeFile(join(path, "deck.json"), typeof root === "string" ? root : JSON.stringify(root));
  for (const [name, content] of Object.entries(media)) await writeFile(join(path, "media", name), content);
  return path;
}

async function writeOut(parcel: Parcel, bytes = "x") {
  const path = join(folder, `out${++count}`);
  const losses = await crowdanki.write?.(parcel, {
    path,
    media: async () => Buffer.from(bytes),
    options: { schedule: true, presets: true, media: true, older: false, html: true },
    calendar: { zone: "UTC", rolloverHour: 4 },
    now,
    progress: () => {},
    signal: new AbortController().signal,
  });
  return { path, losses, root: JSON.parse(await readFile(join(path, "deck.json"), "utf8")) };
}

/** What both say, without what is made anew each time. */
const plain = ({ notes, decks, noteTypes, presets, media }: Parcel) => {
  const names = new Map(decks.map(({ id, name }) => [id, name]));
  return {
    decks: decks.map(({ name, description }) => [name, description]).sort(),
    notes: notes.map(({ guid, fields, tags, deck, type }) => ({ guid, fields, tags, deck: names.get(deck), type })),
    noteTypes: noteTypes.map(({ kept: _, modified: __, ...type }) => type),
    presets: presets.map(({ kept: _, ...preset }) => preset),
    media: media.map(({ id }) => id).sort(),
  };
};

describe("decks of CrowdAnki", () => {
  it("come with decks in decks, types, presets and media", async () => {
    const path = await written(world, { "map.png": "m", "_back.png": "b", "e.mp3": "e", "unlisted.png": "u" });
    const parcel = await readAny(path, "World");
    expect(parcel.decks.map(({ name, description }) => [name, description])).toEqual([
      ["World", "Capitals"],
      ["World::Europe", ""],
      ["World::Asia", ""],
    ]);
    expect(
      parcel.notes.map(({ guid, fields, tags }) => [
        guid,
        parcel.noteTypes[0]?.fields.map(({ id }) => fields[id]),
        tags,
      ]),
    ).toEqual([
      ["g1", ["Armenia", '<img src="map.png">'], ["a", "b::c"]],
      ["g2", ["Malta", "Valletta"], ["a", "b::c"]],
      [undefined, ["Twice", "x"], ["a", "b::c"]],
      [undefined, ["Nauru", ""], ["a", "b::c"]],
    ]);
    expect(parcel.noteTypes).toMatchObject([
      { name: "Countries", format: "html", fields: [{ name: "Front" }, { name: "Back" }] },
    ]);
    expect(parcel.noteTypes[0]?.kept?.anki).toContain("8811223344556677889");
    expect(parcel.presets).toMatchObject([{ name: "Slow", newPerDay: 7, reviewsPerDay: 50, maximumInterval: 99 }]);
    expect(parcel.decks.every(({ preset }) => preset === parcel.presets[0]?.id)).toBe(true);
    expect(parcel.media.map(({ id }) => id).sort()).toEqual(["_back.png", "e.mp3", "map.png", "unlisted.png"]);
    expect(parcel.problems.map(({ say }) => say)).toEqual([
      expect.stringMatching(/mark by which it is known/),
      expect.stringMatching(/has 1 fields where/),
      expect.stringMatching(/not there/),
      expect.stringMatching(/is a path/),
    ]);
    const again = await readAny(join(path, "deck.json"), "deck.json");
    expect(plain(again)).toEqual(plain(parcel));
  });

  it("go out and come back the same, with what CrowdAnki and add-ons said", async () => {
    const parcel = await readAny(await written(world, { "map.png": "m", "_back.png": "b", "e.mp3": "e" }), "World");
    const { path, losses, root } = await writeOut({ ...parcel, notes: parcel.notes.filter(({ guid }) => guid) });
    expect(losses).toEqual([]);
    expect(plain(await readAny(path, "World"))).toEqual({
      ...plain(parcel),
      notes: plain(parcel).notes.filter(({ guid }) => guid),
    });
    expect(root).toMatchObject({
      crowdanki_uuid: "uuid-World",
      name: "World",
      deck_config_uuid: "p1",
      children: [{ name: "Asia" }, { name: "Europe" }],
    });
    expect(root.note_models).toMatchObject([{ crowdanki_uuid: "m1", tmpls: [{ somethingNew: 5 }] }]);
    expect(root.deck_configurations).toContainEqual(expect.objectContaining({ crowdanki_uuid: "p1", addOn: { x: 1 } }));
    expect(await readdir(join(path, "media"))).toEqual(["_back.png", "e.mp3", "map.png"]);
    const twice = await writeOut({ ...parcel, notes: parcel.notes.filter(({ guid }) => guid) });
    expect(await readFile(join(twice.path, "deck.json"), "utf8")).toBe(await readFile(join(path, "deck.json"), "utf8"));
  });

  it("Mneme's own notes go out as well; several decks get one around them, and schedules are missed", async () => {
    const empty = { description: "", language: "", source: "", licence: "", asOf: "", preset: "default" };
    const parcel: Parcel = {
      ...emptyParcel("json"),
      decks: [
        { ...empty, id: "d1", name: "A::B" },
        { ...empty, id: "d2", name: "C" },
      ],
      noteTypes: [stockTypes.basic],
      notes: ["d1", "d2"].map((home, i) => ({
        ...{ id: `n${i}`, type: "basic", deck: home, tags: ["t"], position: i, created: 1, modified: 1 },
        fields: { Front: "**a** < b", Back: `x\ny${i}`, Extra: "", Source: "" },
      })),
      cards: [
        {
          ...newCard("n0", 0),
          id: cardId("n0", 0),
          phase: "review",
          day: 20_000,
          interval: 3,
          stability: 3,
          difficulty: 5,
          last: 1_700_000_000_000,
        },
      ],
    };
    const { path, losses, root } = await writeOut(parcel);
    expect(losses).toEqual([{ what: "schedules of cards", count: 1 }]);
    expect(root.children.map(({ name }: { name: string }) => name)).toEqual(["A", "C"]);
    const back = await readAny(path, "A");
    expect(back.notes.map(({ guid, type, fields }) => [guid, type, fields.Front, fields.Back])).toEqual([
      ["n0", "basic", "**a** < b", "x\ny0"],
      ["n1", "basic", "**a** < b", "x\ny1"],
    ]);
    expect(back.problems).toEqual([]);
  });

  it.each([
    ["no JSON", "{", /no deck of CrowdAnki/],
    ["a list", "[]", /no deck of CrowdAnki/],
    ["something else", '{"notes": 5}', /no deck of CrowdAnki/],
    ["brackets only", "[".repeat(100_000), /no deck of CrowdAnki/],
    [
      "odd values",
      {
        notes: [5, null, { fields: "x" }, note("g", [1, null, { a: 1 }])],
        note_models: [null, model("m1", "x", { flds: "x" })],
        children: [null, deck("")],
      },
      null,
    ],
    [
      "names of objects",
      { ...world, name: "__proto__", notes: [note("__proto__", ["a", "b"], { note_model_uuid: "constructor" })] },
      null,
    ],
  ])("%s", async (_, root, words) => {
    const read = written(root).then((path) => readAny(path, "x"));
    if (words) await expect(read).rejects.toThrow(words);
    else expect((await read).problems.length).toBeGreaterThan(0);
  });

  it("decks a thousand deep, and links, are not followed", async () => {
    let deep = deck("x");
    for (let i = 0; i < 90; i++) deep = deck(`d${i}`, { children: [deep] });
    const path = await written({ ...deep, media_files: ["secret.png"] });
    await symlink("/etc/hostname", join(path, "media", "secret.png"));
    const { decks, media, problems } = await readAny(path, "x");
    expect(decks.length).toBeLessThanOrEqual(50);
    expect(media).toEqual([]);
    expect(problems.map(({ say }) => say)).toEqual([
      expect.stringMatching(/too deep/),
      expect.stringMatching(/no plain file/),
    ]);
  });
});
