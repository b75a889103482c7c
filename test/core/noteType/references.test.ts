import fc from "fast-check";
import { expect, it } from "vitest";
import { renameReferences, showsField } from "../../../main/core/noteType/references.ts";

const rename = (template: string) => renameReferences(template, new Map([["Front", "Question"]]));
const remove = (template: string) => renameReferences(template, new Map([["Front", null]]));

it.each([
  ["{{Front}}", "{{Question}}"],
  ["{{ Front }}", "{{ Question }}"],
  [
    "a {{#Front}}b{{Front}}{{/Front}}{{^Front}}c{{/Front}}",
    "a {{#Question}}b{{Question}}{{/Question}}{{^Question}}c{{/Question}}",
  ],
  ["{{# Front }}x{{/ Front }}", "{{# Question }}x{{/ Question }}"],
  ["{{type:nc:Front}} {{tts en_US voices=a,b:Front}}", "{{type:nc:Question}} {{tts en_US voices=a,b:Question}}"],
  ["{{cloze: Front}}", "{{cloze: Question}}"],
  ["{{front}} {{FrontSide}} {{Back}} Front", "{{front}} {{FrontSide}} {{Back}} Front"],
  ["<!-- {{Front}} --> {{Front}}", "<!-- {{Front}} --> {{Question}}"],
  ["<!-- {{Front}}", "<!-- {{Question}}"],
  [
    "{{=<% %>=}} <%Front%> <%#Front%>{{Front}}<%/Front%>",
    "{{=<% %>=}} <%Question%> <%#Question%>{{Question}}<%/Question%>",
  ],
  ["<%Front%>", "<%Front%>"],
  ["{{{Front}}} {{{#Front}}}x{{{/Front}}}", "{{{Question}}} {{{#Question}}}x{{{/Question}}}"],
  ["{{Front", "{{Front"],
  ["{{#Front}}unclosed", "{{#Question}}unclosed"],
])("renames in %s", (before, after) => expect(rename(before)).toBe(after));

it.each([
  ["{{Front}}", ""],
  ["a{{#Front}}b{{Front}}{{Back}}{{/Front}}c", "ab{{Back}}c"],
  ["{{^Front}}{{text:Front}}x{{/Front}}", "x"],
  ["<!-- {{Front}} -->", "<!-- {{Front}} -->"],
])("removes from %s", (before, after) => expect(remove(before)).toBe(after));

it("exchanges two names at once", () => {
  const names = new Map([
    ["A", "B"],
    ["B", "A"],
  ]);
  expect(renameReferences("{{A}}{{B}}{{#A}}{{/A}}", names)).toBe("{{B}}{{A}}{{#B}}{{/B}}");
});

it("leads back when it is renamed back, whatever stands around", () => {
  const piece = fc.constantFrom("{{", "}}", "Front", "#", "/", ":", " ", "<!--", "-->", "x", "<%", "{{Front}}");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const template = pieces.join("");
      const there = renameReferences(template, new Map([["Front", "A new name"]]));
      expect(renameReferences(there, new Map([["A new name", "Front"]]))).toBe(template);
    }),
  );
});

it("reads a hostile template in one pass", () => {
  for (const piece of ["<!--", "{{", "{{#", "<!-- {{", "{{=<% %>=}}<%"]) {
    const template = piece.repeat(200_000);
    expect(rename(template)).toBe(template);
  }
});

it.each([
  ["{{Front}}", false, true],
  ["{{text:Front}}", false, true],
  ["{{#Front}}x{{/Front}}", false, false],
  ["{{Other}}", false, false],
  ["{{Front}}", true, false],
  ["{{cloze:Front}}", true, true],
  ["{{ text:cloze:Front }}", true, true],
])("%s shows a field (within a cloze: %s): %s", (template, clozeOnly, shows) =>
  expect(showsField(template, ["Front"], clozeOnly)).toBe(shows),
);
