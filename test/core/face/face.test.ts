import { describe, expect, it } from "vitest";
import type { Media, Note, NoteType } from "../../../main/contract/shapes.ts";
import { framedFace } from "../../../main/core/face/framed.ts";
import { isPlain } from "../../../main/core/face/isPlain.ts";
import { comparison, fillMarks, markIn } from "../../../main/core/face/marks.ts";
import { pageOf, sidesOf, write } from "../../../main/core/face/sides.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { checkTyped } from "../../../main/core/note/typed.ts";

const note = (type: string, fields: Record<string, string>): Note => ({
  ...{ id: "n", type, deck: "d", fields, tags: [], position: 0, created: 0, modified: 0 },
});
const html = (front: string, back: string, more: Partial<NoteType> = {}): NoteType => ({
  ...stockTypes.basic,
  ...{ id: "own", stock: null, format: "html" as const },
  templates: [{ ord: 0, name: "Card 1", front, back, listFront: "", listBack: "" }],
  ...more,
});
const shown = (type: NoteType, fields: Record<string, string>) => ({
  ...{ type, note: note(type.id, fields), ord: 0, deck: "Deck", flag: 0 },
});
const none = new Map<string, Media>();

describe("which faces the window draws itself", () => {
  const basic = (Front: string, type: NoteType = stockTypes.basic) =>
    isPlain(type, note("basic", { Front, Back: "B" }));
  it.each(["Plain", "**bold** and `code`", "- a\n- b", "2 < 3 [1] (x)", "a | b", "```js\nx\n```", "<b>text</b>"])(
    "%j it does",
    (text) => {
      expect(basic(text)).toBe(true);
    },
  );
  it.each(["![](a.png)", "[sound:a.mp3]", "\\(x\\)", "\\[x\\]", "[x](https://a.b)", "a|b\n-|-\n1|2", "[$]x[/$]"])(
    "%j it does not",
    (text) => {
      expect(basic(text)).toBe(false);
    },
  );
  it("not when the looks of the type are no longer those that Mneme brings, though a new name changes nothing", () => {
    const { basic: stock } = stockTypes;
    expect(basic("x", { ...stock, name: "Mine", modified: 5 })).toBe(true);
    expect(basic("x", { ...stock, css: ".card{}" })).toBe(false);
    expect(basic("x", { ...stock, templates: stock.templates.map((each) => ({ ...each, front: "{{Back}}" })) })).toBe(
      false,
    );
    expect(basic("x", { ...stock, id: "copy" })).toBe(false);
  });
});

describe("a framed face", () => {
  it("says what it shows, the answer without the question", () => {
    const type = html("{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}");
    const face = framedFace(shown(type, { Front: "<b>Q</b>", Back: "A" }), none, "card://face/n", 1);
    expect(face).toMatchObject({ text: { question: "Q", answer: "A" }, input: null, remote: 0, scripted: false });
    expect(face.url).toMatch(/^card:\/\/face\/n\?v=\w+$/);
  });

  it("has another address as soon as it shows something else, a file that came in included", () => {
    const type = html("{{Front}}", "{{Back}}");
    const url = (fields: Record<string, string>, files = none, css = "") =>
      framedFace(shown({ ...type, css }, fields), files, "p", 1).url;
    const there = new Map([["a.png", {} as Media]]);
    const one = { Front: '<img src="a.png">', Back: "A" };
    const urls = [url(one), url({ ...one, Back: "B" }), url(one, there), url(one, none, ".a{color:red}")];
    expect(new Set(urls).size).toBe(4);
    expect(url(one)).toBe(urls[0]);
  });

  it("asks to type or to choose where its template does", () => {
    const typed = framedFace(shown(html("{{Front}} {{type:Back}}", "x"), { Front: "Q", Back: "A" }), none, "p", 1);
    expect(typed.input).toEqual({ kind: "typed" });
    const fields = [...stockTypes.choice.fields];
    const type = html("{{Front}}{{choice:Right}}", "{{FrontSide}}{{choice:Right}}", { fields });
    const choice = shown(type, { Front: "Q", Right: "R &amp; B", Wrong: "W<br>V" });
    const face = framedFace(choice, none, "p", 1);
    if (face.input?.kind !== "choice") throw new Error("no choice");
    expect(face.input.options.map(({ text, right }) => [text[0], right]).sort()).toEqual([
      ["R & B", true],
      ["V", false],
      ["W", false],
    ]);
    expect(face.text).toEqual({ question: "Q", answer: "R & B" });
  });

  it("is made once for as long as nothing changes that it depends on", () => {
    const card = shown(html("{{Front}}", "{{Back}}"), { Front: '<img src="a.png">', Back: "A" });
    const files = new Map<string, Media>();
    const first = sidesOf(card, files);
    expect(sidesOf({ ...card }, files)).toBe(first);
    files.set("other.png", {} as Media);
    expect(sidesOf(card, files)).toBe(first);
    files.set("a.png", {} as Media);
    expect(sidesOf(card, files)).not.toBe(first);
    expect(sidesOf({ ...card, flag: 1 }, files).question).not.toBe(first.question);
  });
});

describe("an answer that was asked for in the template", () => {
  it("stands in the last place only, since an answer repeats its question", () => {
    expect(markIn("a [[type:nc:Back]] b")).toEqual({ kind: "type", field: "Back" });
    expect(markIn("a [[choice:Right]]")).toEqual({ kind: "choice", field: "Right" });
    expect(markIn("nothing")).toBeNull();
    expect(fillMarks("[[type:B]]<hr>[[type:B]]", "$&!")).toBe("<hr>$&!");
  });

  it("shows what was typed above what was expected, and can hold no tags", () => {
    const html = comparison(checkTyped("<img src=x>", "<b>"));
    expect(html).not.toMatch(/<(?!\/?(?:code|span|br)\b)/);
    expect(comparison(checkTyped("Yerewan", "Yerevan"))).toBe(
      '<code id="typeans"><span class="typeGood">Yere</span><span class="typeBad">w</span><span class="typeGood">an</span><br><span id="typearrow">↓</span><br><span class="typeGood">Yere</span><span class="typeMissed">v</span><span class="typeGood">an</span></code>',
    );
    expect(comparison(checkTyped("YEREVAN", "Yerevan"))).toBe(
      '<code id="typeans"><span class="typeGood">Yerevan</span></code>',
    );
  });

  it("is on the page of the answer alone", () => {
    const card = shown(html("{{Front}}{{type:Back}}", "{{FrontSide}}<hr id=answer>{{type:Back}}"), {
      Front: "Q",
      Back: "Yerevan",
    });
    const page = (side: "question" | "answer", typed: string) => pageOf(card, write(card, typed), side, none).body;
    expect(page("question", "x")).not.toContain("typeans");
    expect(page("answer", "Yerewan").match(/id="typeans"/g)).toHaveLength(1);
    expect(page("answer", "")).toContain("Yerevan</code>");
  });
});
