import { describe, expect, it } from "vitest";
import { now, readAny, zipped } from "./zipped.ts";

const day = 86_400_000;
const at = (days: number) => new Date(now + days * day).toISOString();

const edn = `{:version 2
 :templates [{:id :t1 :name "Word" :content "# << Word >>\\n---\\n**<< Meaning >>** {{x}} << Nothing >>"
              :fields {:name {:id :name :name "Word" :pos "a"} :m {:id :m :name "Meaning" :pos "b"}}}]
 :decks [{:id :d1 :name "Outer" :cards []}
         {:id :d2 :name "Inner" :parent-id :d1
          :cards [{:id :c1 :content "Front\\n---\\nBack ![](@media/p.png)\\n---\\nMore" :tags #{"a tag" "#b"}
                   :created-at {:date #inst "${at(-9)}"}
                   :reviews [{:date #inst "${at(-8)}" :due #inst "${at(-7)}" :remembered? true}
                             {:date #inst "${at(-6)}" :due #inst "${at(4)}" :remembered? true}]}
                  {:id :c2 :content "A {{gap}} and {{2::other}}"}
                  {:id :c3 :template-id :t1 :name "Haus" :fields {:name {:id :name :value "Haus"} :m {:id :m :value "house\\n![](@media/s.mp3)"}}}
                  {:id :c4 :content "forgot\\n---\\nit" :archived? true
                   :reviews [{:date #inst "${at(-3)}" :due #inst "${at(-2)}" :remembered? false}]}
                  {:id :c5 :content "  "}
                  {:id :c6 :content "gone" :trashed? #inst "${at(-1)}"}]}
         {:id :d3 :name "Loop" :parent-id :d4 :cards [{:id :c7 :content "\`\`\`\\n---\\n\`\`\`\\n---\\nx"}]}
         {:id :d4 :name "Loop 2" :parent-id :d3 :cards []}]}`;

describe("decks of Mochi", () => {
  it("come with sides, templates, gaps, attachments, reviews and a word of warning", async () => {
    const parcel = await readAny(
      await zipped("x.mochi", { "data.edn": edn, "p.png": new Uint8Array([1]), "s.mp3": new Uint8Array([2]) }),
      "x.mochi",
    );
    const decks = new Map(parcel.decks.map(({ id, name }) => [id, name]));
    expect(
      parcel.notes.map(({ guid, type, deck, fields, tags }) => [guid, type, decks.get(deck), fields, tags]),
    ).toEqual([
      ["c1", "basic", "Outer::Inner", { Front: "Front", Back: "Back ![](p.png)", Extra: "More" }, ["a_tag", "b"]],
      ["c2", "cloze", "Outer::Inner", { Text: "A {{c1::gap}} and {{c2::other}}", Extra: "" }, []],
      ["c3", "mochi t1", "Outer::Inner", { name: "Haus", m: "house\n[sound:s.mp3]" }, []],
      ["c4", "basic", "Outer::Inner", { Front: "forgot", Back: "it", Extra: "" }, []],
      ["c7", "basic", "Loop 2::Loop", { Front: "```\n---\n```", Back: "x", Extra: "" }, []],
    ]);
    expect(parcel.noteTypes).toMatchObject([
      {
        name: "Word",
        format: "markdown",
        fields: [
          { id: "name", name: "Word" },
          { id: "m", name: "Meaning" },
        ],
        templates: [
          {
            front: "<h1>{{Word}}</h1>",
            back: expect.stringContaining("<strong>{{Meaning}}</strong> { {x}} &#x3C;&#x3C; Nothing >>"),
          },
        ],
      },
    ]);
    expect(parcel.media.map(({ id }) => id)).toEqual(["p.png", "s.mp3"]);
    expect(parcel.cards).toMatchObject([
      { phase: "review", interval: 10, reps: 2, lapses: 0, last: now - 6 * day, suspended: false },
      { phase: "learning", reps: 1, due: now - 2 * day, suspended: true },
    ]);
    expect(parcel.reviews.map(({ grade, phase, elapsed, interval }) => [grade, phase, elapsed, interval])).toEqual([
      [3, "new", 0, 1],
      [3, "review", 2, 10],
      [1, "new", 0, -600],
    ]);
    expect(parcel.problems.map(({ say }) => say)).toEqual([
      expect.stringMatching(/descriptions only/),
      expect.stringMatching(/says nothing/),
      expect.stringMatching(/trash.*: 1/),
    ]);
  });

  it("in Transit as well", async () => {
    const json =
      '["^ ","~:decks",[["^ ","~:id","~:d","~:name","D","~:cards",[["^ ","^1","~:c","~:content","a\\n---\\nb","~:tags",["~#set",["t"]]],["^ ","^1","~:e","^4","c"]]]]]';
    const { notes } = await readAny(await zipped("x.mochi", { "data.json": json }), "x.mochi");
    expect(notes.map(({ guid, fields, tags }) => [guid, fields.Front, tags])).toEqual([
      ["c", "a", ["t"]],
      ["e", "c", []],
    ]);
  });

  it.each([
    ["nothing", { "a.png": "x" }, /no cards in it/],
    ["no EDN", { "data.edn": "{:a" }, /cannot be read as Mochi writes it/],
    ["no JSON", { "data.json": "<html>" }, /cannot be read/],
    ["too deep", { "data.edn": "[".repeat(10_000) }, /cannot be read/],
    ["something else", { "data.json": '{"decks": 5, "templates": {"a": []}, "cards": [1, "x", null]}' }, null],
  ])("%s", async (_, entries, words) => {
    const read = zipped("x.mochi", entries as Record<string, string>).then((path) => readAny(path, "x.mochi"));
    if (words) await expect(read).rejects.toThrow(words);
    else expect((await read).notes).toEqual([]);
  });
});
