import { expect, test } from "vitest";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { titleOf } from "../../../main/core/note/title.ts";
import { note, noteType } from "../template/made.ts";

const line = (front: string, F: string, kind: "standard" | "cloze" = "standard") => {
  const type = noteType(kind, ["F"], [[front, ""]]);
  return titleOf({ type, note: note({ F }), ord: 0, deck: "D", flag: 0 })
    .replace(/\s+/g, " ")
    .trim();
};

test.each([
  ["{{F}}<hr>{{Deck}}", "<div>a<br>b</div>&nbsp;&lt;i&gt;", "a b <i> D"],
  ["{{F}}", '<img src="map.png"> [sound:x.mp3]', "map.png"],
  ["{{F}} {{type:F}} {{tts en_US:F}}", "a", "a a"],
  ["{{#F}}{{F}}", "a", "a"],
])("%s of %s", (front, text, expected) => expect(line(front, text)).toBe(expected));

test("gaps", () => {
  expect(line("{{cloze:F}}", "in {{c1::1988}} and {{c1::1990::year}}, {{c2::there}}", "cloze")).toBe(
    "in … and [year], there",
  );
});

test("a list may have a front of its own", () => {
  const type = noteType("standard", ["F"], [["{{F}}", ""]]);
  const listed = { ...type, templates: type.templates.map((template) => ({ ...template, listFront: "list {{F}}" })) };
  expect(titleOf({ type: listed, note: note({ F: "a" }), ord: 0, deck: "", flag: 0 })).toBe("list a");
});

test("a stock type that was changed goes by its template", () => {
  const type = { ...stockTypes.basic, templates: stockTypes.reversed.templates.slice(1) };
  expect(titleOf({ type, note: note({ Front: "a", Back: "**b** <x>" }), ord: 1, deck: "", flag: 0 }).trim()).toBe(
    "b <x>",
  );
});
