import { describe, expect, test } from "vitest";
import { type Rendered, render, renderFront, renderListBack } from "../../../main/core/template/render.ts";
import { note, noteType } from "./made.ts";

interface Given {
  fields?: Record<string, string>;
  back?: string;
  tags?: string[];
  ord?: number;
  kind?: "standard" | "cloze";
  flag?: number;
}

function face(front: string, given: Given = {}): Rendered {
  const fields = { F: "f", G: "g", E: "", ...given.fields };
  const type = noteType(given.kind ?? "standard", Object.keys(fields), [[front, given.back ?? ""]]);
  const rest = { ord: given.ord ?? 0, deck: "A::B & C", flag: given.flag ?? 0, toHtml: (text: string) => text };
  return render({ type, note: note(fields, given.tags), ...rest });
}
const front = (template: string, given?: Given) => face(template, given).question;
const cloze = (text: string, ord = 0) => {
  const { question, answer } = face("{{cloze:F}}", { fields: { F: text }, back: "{{cloze:F}}", kind: "cloze", ord });
  return [question, answer];
};

describe("fields and sections", () => {
  test.each([
    ["{{F}}|{{ F }}|{{F\n}}", "f|f|f"],
    ["{{F}} {{#F}}a{{^G}}b{{/G}}c{{/F}}", "f ac"],
    ["{{F}} {{#E}}a{{/E}}{{^E}}b{{/E}}", "f b"],
    ["{{# F }}y{{/ F }}{{F}}{{ #F }}z{{ /F }}", "yfz"],
    ["{{#F}}{{#F}}a{{/F}}{{/F}}{{F}}", "af"],
    ["{{{F}}} }}", "f} }}"],
    ["{{F}} {{F", "f {{F"],
    ["{{F}}<!-- {{Nope}} {{#F}} -->x", "f<!-- {{Nope}} {{#F}} -->x"],
    ["{{F}}<!-->{{Nope}}-->{{G}}", "f<!-->{{Nope}}-->g"],
    ["{{F}}<!-- {{G}}", "f<!-- g"],
    ["{{=<% %>=}}<%F%> {{F}} <%#F%>x<%/F%>", "f {{F}} x"],
    ["  {{=<% %>=}} <%F%>", " f"],
    ["{{FrontSide}}{{F}}", "f"],
    ["{{F}}{{#c1}}1{{/c1}}{{#c2}}2{{/c2}}{{^c2}}not 2{{/c2}}", "f1not 2"],
  ])("%s", (template, expected) => {
    const { question, problems } = face(template);
    expect(question).toBe(expected);
    expect(problems).toEqual([]);
  });

  test.each(["<br>", "<br/>", "<br />", "<div></div>", "<DIV ><br></div>", " \t\n", ""])("%j is empty", (F) => {
    expect(front("{{G}}{{#F}}x{{/F}}", { fields: { F } })).toBe("g");
  });
  test.each(["&nbsp;", "\u00a0", "<b></b>", "<br clear=all>", "<p></p>", "<div class=x>", "<img src=x>", "\u200b"])(
    "%j is not empty",
    (F) => {
      expect(front("{{G}}{{#F}}x{{/F}}", { fields: { F } })).toBe("gx");
    },
  );

  test("names that every template may use", () => {
    const all = "{{F}}|{{Tags}}|{{Type}}|{{Deck}}|{{Subdeck}}|{{Card}}|{{CardFlag}}|{{CardID}}";
    expect(front(all, { tags: ["a::b", "c"], flag: 3 })).toBe("f|a::b c|T|A::B &amp; C|B &amp; C|Card 1|flag3|n/0");
    expect(front("{{F}}{{#Tags}}t{{/Tags}}{{#CardFlag}}f{{/CardFlag}}{{#Deck}}d{{/Deck}}")).toBe("ffd");
  });
  test("a field of such a name wins, but not over the front side", () => {
    expect(front("{{Tags}}", { fields: { Tags: "mine" }, tags: ["x"] })).toBe("mine");
    expect(face("{{F}}", { fields: { FrontSide: "mine" }, back: "{{FrontSide}}" }).answer).toBe("f");
  });
  test("the front on the back", () => {
    expect(face("<b>{{F}}</b>", { back: "{{FrontSide}}<hr id=answer>{{G}}" }).answer).toBe("<b>f</b><hr id=answer>g");
  });
  test("what is in a field is no template", () => {
    expect(front("{{F}}", { fields: { F: "{{G}} $& {{#F}} <!--" } })).toBe("{{G}} $& {{#F}} <!--");
  });
});

describe("filters", () => {
  const shown = (filters: string, F: string) => front(`{{${filters}:F}}`, { fields: { F } });
  test.each([
    ["text", "<b>a &amp; b</b>", "a & b"],
    ["text:text", "<b>a</b>", "a"],
    ["", "<b>a</b>", "<b>a</b>"],
    ["foo", "<b>a</b>", "<b>a</b>"],
    ["foo:text", "<b>a</b>", "a"],
    ["text:foo", "<b>a</b>", "<b>a</b>"],
    ["type", "a", "[[type:F]]"],
    ["type:nc", "a", "[[type:nc:F]]"],
    ["type:cloze", "a", "[[type:cloze:F]]"],
    ["type:text", "a", "[[type:F]]"],
    ["type:cloze:nc", "a", "[[type:F]]"],
    ["type:foo", "a", "[[type:F]]"],
    ["text:type:nc", "<b>a</b>", "<b>a</b>"],
    ["text:type:cloze", "a", "[[type:F]]"],
    ["choice", "a", "[[choice:F]]"],
    ["tts en_US", "<b>a</b>", "[anki:tts lang=en_US]<b>a</b>[/anki:tts]"],
    ["tts ja_JP voices=Bob,Jane speed=1.2", "a", "[anki:tts lang=ja_JP voices=Bob,Jane speed=1.2]a[/anki:tts]"],
    ["hint", "<i>a</i>", '<details class="hint"><summary>F</summary><div><i>a</i></div></details>'],
    ["hint:text", "<i>a</i>", '<details class="hint"><summary>F</summary><div>a</div></details>'],
    ["furigana", " 漢字[かな]", "<ruby><rb>漢字</rb><rt>かな</rt></ruby>"],
    ["furigana", "<b>漢[か]</b>", "<b><ruby><rb>漢</rb><rt>か</rt></ruby></b>"],
    ["kana", "x 漢字[かな] y 日本[にほん]語[ご]", "xかな yにほんご"],
    ["kanji", "x 漢字[かな] y 日本[にほん]語[ご]", "x漢字 y日本語"],
    ["kanji", "a&nbsp;漢[か]", "a漢"],
    ["kanji", "a[b][c]", "a[c]"],
    ["kana", "[sound:x.mp3] 漢[sound:y.mp3]", "[sound:x.mp3] 漢[sound:y.mp3]"],
    ["kanji", "日 本[に[x]]", "日本]"],
    ["kanji", "漢[か\nな] d[e]", "漢[か\nな]d"],
    ["kanji", "a [b] c[d", "a [b] c[d"],
    ["kanji", "[x] a[]", "[x] a[]"],
  ])("%s of %s", (filters, text, expected) => expect(shown(filters, text)).toBe(expected));

  test("a hint of nothing is nothing", () => {
    expect(front("{{G}}{{hint:F}}", { fields: { F: " \u00a0" } })).toBe("g \u00a0");
  });
  test("voices are told about", () => {
    expect(front("{{F}}{{tts-voices:}}")).toContain("voices of your system");
  });
});

describe("clozes", () => {
  test.each<[string, string, string, number?]>([
    [
      "{{c1::a::h}} {{c2::b}}",
      '<span class="cloze" data-cloze="a" data-ordinal="1">[h]</span> <span class="cloze-inactive" data-ordinal="2">b</span>',
      '<span class="cloze" data-ordinal="1">a</span> <span class="cloze-inactive" data-ordinal="2">b</span>',
    ],
    [
      "{{c1,2::<b>a</b>}}",
      '<span class="cloze" data-cloze="&lt;b&gt;a&lt;&#x2F;b&gt;" data-ordinal="1,2">[...]</span>',
      '<span class="cloze" data-ordinal="1,2"><b>a</b></span>',
      1,
    ],
    [
      "{{c2::a {{c1::b::h1}} c::hint}} d",
      '<span class="cloze-inactive" data-ordinal="2">a <span class="cloze" data-cloze="b" data-ordinal="1">[h1]</span> c</span> d',
      '<span class="cloze-inactive" data-ordinal="2">a <span class="cloze" data-ordinal="1">b</span> c</span> d',
    ],
    [
      "{{c1::a::b::c}}{{c0::z}}{{c::q}}}}",
      '<span class="cloze" data-cloze="a" data-ordinal="1">[b::c]</span><span class="cloze-inactive" data-ordinal="0">z</span>{{c::q}}}}',
      '<span class="cloze" data-ordinal="1">a</span><span class="cloze-inactive" data-ordinal="0">z</span>{{c::q}}}}',
    ],
    [
      "{{c1::a}} \\( x<b>y</b> {{c2::z}} \\)",
      '<span class="cloze" data-cloze="a" data-ordinal="1">[...]</span> \\( xy z \\)',
      '<span class="cloze" data-ordinal="1">a</span> \\( xy z \\)',
    ],
  ])("%s", (text, question, answer, ord) => expect(cloze(text, ord)).toEqual([question, answer]));

  test("only the gaps", () => {
    const text = "{{c1::a {{c1::b}} {{c2::c}} d}} {{c2::e {{c1::f::h}}}}";
    const { question, answer } = face("{{cloze-only:F}}", {
      fields: { F: text },
      back: "{{cloze-only:F}}",
      kind: "cloze",
    });
    expect(question).toBe("..., ..., h");
    expect(answer).toBe("a b c d, b, f");
  });
  test("a field without the gap of the card shows nothing", () => {
    const given = { fields: { F: "{{c1::a}}", G: "{{c2::b}}" }, kind: "cloze" as const };
    expect(front("{{cloze:F}}|{{cloze:G}}|{{G}}", { ...given, ord: 1 })).toContain("|<span");
    expect(front("{{cloze:G}}|", given)).toBe("|");
  });
  test("a shape on a picture is an element that says where", () => {
    const [question, answer] = cloze("{{c1::image-occlusion:rect:left=.1:oi=1}}");
    expect(question).toBe(
      '<div class="cloze" data-ordinal="1" data-shape="rect" data-left=".1" data-occludeInactive="1"></div>',
    );
    expect(answer).toContain('class="cloze-highlight"');
  });
  test("a card without its gap says so on both sides", () => {
    for (const side of cloze("{{c1::a}}", 4)) expect(side).toContain("no gap {{c5::");
  });
});

test("lists may show something else on either side", () => {
  const type = noteType("standard", ["F"], [["long {{F}}", "{{FrontSide}} back"]]);
  const card = { note: note({ F: "f" }), ord: 0, deck: "", flag: 0, toHtml: (text: string) => text };
  expect(renderFront({ type, ...card })).toBe("long f");
  expect(renderListBack({ type, ...card })).toBe(null);
  const templates = type.templates.map((each) => ({ ...each, listFront: "{{F}}", listBack: "{{FrontSide}}!" }));
  expect(renderFront({ type: { ...type, templates }, ...card })).toBe("f");
  expect(renderListBack({ type: { ...type, templates }, ...card })).toBe("f!");
});

describe("mistakes", () => {
  const found = (template: string) => face(template).problems.map(({ kind, line, column }) => [kind, line, column]);
  test.each<[string, (string | number)[][]]>([
    ["{{F}}\n  {{Nope}}", [["noField", 2, 3]]],
    ["{{F}}{{text:Nope}}", [["noField", 1, 6]]],
    ["{{F}}{{#E}}{{nope}}{{/E}}", [["noField", 1, 12]]],
    ["{{F}}{{}}", [["noField", 1, 6]]],
    ["{{F}}{{#FrontSide}}{{/FrontSide}}", [["noField", 1, 6]]],
    ["{{F}}\n{{#F}}", [["unclosed", 2, 1]]],
    ["{{F}}{{/F}}", [["closesNothing", 1, 6]]],
    [
      "{{F}}{{#F}}{{#G}}{{/F}}{{/G}}",
      [
        ["crossed", 1, 18],
        ["closesNothing", 1, 24],
      ],
    ],
    ["{{F}}{{=<% %>=}}", [["noField", 1, 6]]],
  ])("%s", (template, expected) => expect(found(template)).toEqual(expected));

  test("sections that lie too deep are said", () => {
    expect(found(`${"{{#F}}".repeat(101)}{{F}}${"{{/F}}".repeat(101)}`)).toEqual([["tooDeep", 1, 601]]);
    expect(found(`${"{{#F}}".repeat(100)}{{F}}${"{{/F}}".repeat(100)}`)).toEqual([]);
  });
  test("are said on the face, with the rest of it", () => {
    const { question, answer, problems } = face("{{F}} {{Nope}}", { back: "{{FrontSide}} {{#G}}{{G}}" });
    expect(problems.map(({ side }) => side)).toEqual(["front", "back"]);
    expect(question).toContain("Front template, line 1, column 7: This note type has no field “Nope”");
    expect(question).toContain("</div>f ");
    expect(answer).toContain("{{#G}} is never closed");
    expect(answer.endsWith("f  g")).toBe(true);
  });
  test("a front without content says so on both sides", () => {
    const { question, answer } = face("{{^E}}only words{{/E}} {{E}}", { back: "{{F}}" });
    expect(question).toContain("only words");
    expect(question).toContain("The front of this card is empty");
    expect(answer).toContain("The front of this card is empty");
    expect(answer).not.toContain(">f");
  });
  test("no name reaches anything but a field", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      expect(found(`{{F}}{{${name}}}`)).toEqual([["noField", 1, 6]]);
      expect(front(`{{${name}:F}}`)).toBe("f");
    }
  });
});

describe("templates and fields made to harm", () => {
  const million = (piece: string) => piece.repeat(Math.floor(1_000_000 / piece.length));
  test.each([
    ["openings", million("{{#F}}")],
    ["closings", million("{{/F}}")],
    ["openings and closings", `{{#F}}${million("{{#G}}{{/F}}")}`],
    ["braces", million("{")],
    ["comments", million("<!--")],
    ["comments and braces", million("{{<!--")],
    ["fields", million("{{F}}")],
    ["filters", `{{${million("text:")}F}}`],
    ["legacy", `{{=<% %>=}}${million("<%")}`],
  ])("a template of %s", (_, template) => {
    const { question } = face(template, { fields: { F: million("x<b>") } });
    expect(question.length).toBeLessThan(1_010_000);
  });
  test.each([
    ["furigana", million("a[")],
    ["furigana", million("a[b]")],
    ["furigana", million(" [")],
    ["kana", million("]>")],
    ["cloze", million("{{c1::")],
    ["cloze", million("{{c1::x}}")],
    ["cloze", "{{c1::<".repeat(10) + million("<") + "}}".repeat(10)],
    ["cloze", `{{c1::x}}${million("\\(")}`],
    ["cloze", `{{c${million("1,")}::x}}`],
    ["cloze-only", million("{{c1::x}}")],
    ["text", million("<!--")],
    ["text:cloze:furigana:hint", million("{{c1::a[b] <")],
  ])("%s of a field", (filters, F) => {
    for (const kind of ["standard", "cloze"] as const) {
      const { question } = face(`{{${filters}:F}}`, { fields: { F }, kind });
      expect(question.length).toBeLessThan(1_010_000);
    }
  });
  test("many ways to say the same filter do not read a long field for ever", () => {
    const template = Array.from({ length: 500 }, (_, i) => `{{text${":".repeat(i + 1)}F}}`).join("");
    const { question, problems } = face(template, { fields: { F: million("<b>") } });
    expect(question).toContain("longer than a megabyte");
    expect(problems.map(({ kind }) => kind)).toContain("tooLong");
  });
});
