import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Parcel } from "../../main/core/parcel/parcel.ts";
import { studyDay } from "../../main/core/schedule/day.ts";
import { now, readAny, zipped } from "./zipped.ts";

const seconds = now / 1_000;
const days = 86_400;
const log = (type: number, id: string, inside: string, attributes = "") =>
  `<log type="${type}" o_id="${id}"${attributes}>${inside}</log>\n`;
const card = (id: string, type: string, fact: string, view: string, more = 'gr="-1" e="2.5"', tags = "t1") =>
  log(6, id, "", ` card_t="${type}" fact="${fact}" fact_v="${view}" tags="${tags}" ${more}`);
const file = (xml: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<openSM2sync number_of_entries="9">\n${xml}</openSM2sync>\n`;

const whole = file(
  [
    log(10, "t1", "<name>my words</name>"),
    log(10, "t2", "<name>__UNTAGGED__</name>"),
    log(
      22,
      "1::mine",
      "<name>Mine</name><fact_keys_and_names>[('f', 'Vorne'), (u'b', &quot;R\\xfcckseite&quot;)]</fact_keys_and_names>",
    ),
    log(
      16,
      "a",
      "<f>Haus &amp; Hof</f><b>house\nand &lt;b&gt;yard&lt;/b&gt; &lt;img src=&quot;pics/h.png&quot;&gt;</b>",
      ' c_time="1700000000" m_time="1700000100"',
    ),
    log(16, "b", "<f>Wort</f><p_1>vort</p_1><m_1>word</m_1>"),
    log(16, "c", "<text>The [capital:town] of Armenia is [Yerevan]. &lt;$&gt;x^2&lt;/$&gt;</text>"),
    log(16, "d", "<f>x</f><b>y</b>"),
    log(16, "e", "<f>lost</f>"),
    log(16, "f", "<f></f><b>nothing in front</b>"),
    log(13, "h.png", "<fname>pics/h.png</fname>"),
    card(
      "k1",
      "2",
      "a",
      "2.1",
      `gr="4" e="2.3" ac_rp="3" rt_rp="5" lps="1" l_rp="${seconds - 10 * days}" n_rp="${seconds + 20 * days}"`,
    ),
    card(
      "k2",
      "2",
      "a",
      "2.2",
      `gr="1" e="1.9" ac_rp="2" rt_rp="3" lps="2" l_rp="${seconds - days}" n_rp="${seconds - days}"`,
    ),
    card("k3", "3", "b", "3.2", 'gr="-1" e="2.5"', "t2"),
    card("k4", "5", "c", "5.1"),
    card("k5", "5", "c", "5.1"),
    card("k6", "1::mine", "d", "1.1"),
    card("k7", "9", "d", "9.1"),
    card("k8", "1", "gone", "1.1"),
    card("k9", "1", "f", "1.1"),
  ].join(""),
);

const fields = ({ notes }: Parcel) => notes.map((note) => note.fields);

describe("cards of Mnemosyne", () => {
  it("come with their types, tags, media and schedules, and with a word of warning", async () => {
    const parcel = await readAny(
      await zipped("deck.cards", {
        METADATA: "card_set_name:Words of mine\nauthor_name:Ada\nnotes:for school\n",
        "cards.xml": whole,
        "pics/h.png": new Uint8Array([1, 2, 3]),
      }),
      "deck.cards",
    );
    expect(fields(parcel)).toEqual([
      { f: "Haus & Hof", b: 'house<br>and <b>yard</b> <img src="h.png">' },
      { f: "Wort", p_1: "vort", m_1: "word", n: "" },
      { text: "The {{c1::capital::town}} of Armenia is {{c2::Yerevan}}. \\(x^2\\)" },
      { f: "x", b: "y" },
    ]);
    expect(parcel.notes.map(({ guid, tags }) => [guid, tags])).toEqual([
      ["a", ["my_words"]],
      ["b", []],
      ["c", ["my_words"]],
      ["d", ["my_words"]],
    ]);
    expect(
      parcel.noteTypes.map(({ name, kind, fields }) => [name, kind, fields.map((field) => field.name).join()]),
    ).toEqual([
      ["Front-to-back and back-to-front", "standard", "Front,Back"],
      ["Vocabulary", "standard", "Foreign,Pronunciation,Meaning,Notes"],
      ["Cloze", "cloze", "Text"],
      ["Mine", "standard", "Vorne,Rückseite"],
    ]);
    expect(parcel.decks).toMatchObject([{ name: "Words of mine", description: "for school", source: "Ada" }]);
    expect(parcel.media.map(({ id }) => id)).toEqual(["h.png"]);
    const today = studyDay(now, { zone: "UTC", rolloverHour: 4 });
    expect(parcel.cards).toMatchObject([
      { ord: 0, phase: "review", interval: 30, day: today + 20, reps: 8, lapses: 1, last: now - 10 * days * 1_000 },
      { ord: 1, phase: "relearning", reps: 5, lapses: 2, due: now },
    ]);
    expect(parcel.cards[0]?.stability).toBeCloseTo(30, 0);
    expect(parcel.problems.map(({ say }) => say)).toEqual([
      expect.stringMatching(/descriptions only/),
      expect.stringMatching(/first field is empty/),
      expect.stringMatching(/without a card.*: 1/),
      expect.stringMatching(/without a note.*: 1/),
      expect.stringMatching(/kind that Mneme does not have.*: 1/),
    ]);
  });

  it.each([
    ["no cards", { METADATA: "a:b" }, /cards\.xml is missing/],
    ["no XML", { "cards.xml": "hello <" }, /it is no XML/],
    ["XML that ends early", { "cards.xml": file("").slice(0, -12) }, /it is no XML/],
    ["a document type with entities", { "cards.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]>${file("")}` }, /document type/],
    ["elements within each other", { "cards.xml": `${"<a>".repeat(500)}` }, /too deep/],
    ["two of them", { "cards.xml": file("") }, null],
  ])("%s", async (_, entries, words) => {
    const read = zipped("x.cards", entries).then((path) => readAny(path, "x.cards"));
    if (words) await expect(read).rejects.toThrow(words);
    else expect((await read).notes).toEqual([]);
  });

  it("names that are paths are no paths", async () => {
    const path = await zipped("x.cards", { "cards.xml": file(""), "AA/evil.png": "1", "A/drive.png": "2" });
    await writeFile(path, (await readFile(path)).toString("latin1").replaceAll("AA/evil", "../evil"), "latin1");
    const { media, problems } = await readAny(path, "x.cards");
    expect(media.map(({ id }) => id)).toEqual(["evil.png", "drive.png"]);
    expect(problems).toHaveLength(1);
  });

  it("a bomb is refused before it is large", async () => {
    const path = await zipped("x.cards", { "cards.xml": Buffer.alloc(3_000_000, 0x20) });
    await expect(readAny(path, "x.cards", { collection: 1_000_000 })).rejects.toThrow(/unpacks to more than 0 MB/);
  });

  it("values that cannot be are mended or left out, and nothing is thrown", async () => {
    const odd = file(
      [
        log(16, "a", "<f>x</f><b>y</b>", ' c_time="-5" m_time="1e99"'),
        log(22, "__proto__", "<fact_keys_and_names>__import__('os').system('x')</fact_keys_and_names>"),
        card("k1", "1", "a", "1.1", 'gr="5" e="NaN" ac_rp="1e300" lps="-3" l_rp="1e300" n_rp="Infinity"'),
        card("k2", "__proto__", "a", "x"),
        log(6, "", ""),
        log(99, "q", "<x/>"),
      ].join(""),
    );
    const parcel = await readAny(await zipped("x.cards", { "cards.xml": odd }), "x.cards");
    expect(parcel.notes).toMatchObject([{ created: now, modified: now }]);
    expect(parcel.cards).toMatchObject([{ last: now, lapses: 0, phase: "review" }]);
    for (const card of parcel.cards) for (const value of Object.values(card)) expect(value).not.toBeNaN();
  });
});
