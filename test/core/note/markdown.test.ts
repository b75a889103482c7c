import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../../main/contract/face.ts";
import { parseInline, parseMarkdown } from "../../../main/core/note/markdown.ts";
import { plainText } from "../../../main/core/note/plainText.ts";

const paragraph = (...children: Inline[]): Block => ({ kind: "paragraph", children });

test("any text becomes a tree of the few things a face may hold", () => {
  const mark = fc.constantFrom(
    ..."* ** _ ` ``` > - 1. # [ ]( ) ![ < <b> &amp; \\ --- ~~".split(" "),
    "\n",
    "\n\n",
    "    ",
    "\uE0000\uE000",
  );
  const text = fc
    .array(fc.oneof(mark, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 30 })
    .map((all) => all.join(""));
  const blocks = new Set(["paragraph", "heading", "quote", "list", "codeblock", "rule"]);
  const inlines = new Set(["strong", "emphasis", "strike", "code", "break", "gap"]);
  const check = (node: Block | Inline | Block[], allowed: Set<string>): void => {
    if (typeof node === "string") return;
    if (Array.isArray(node)) {
      for (const child of node) check(child, blocks);
      return;
    }
    expect(allowed).toContain(node.kind);
    if (node.kind === "list") for (const item of node.items) check(item, blocks);
    if ("children" in node) for (const child of node.children) check(child, node.kind === "quote" ? blocks : inlines);
  };
  fc.assert(
    fc.property(text, (one) => check(parseMarkdown(one), blocks)),
    { numRuns: 1_000 },
  );
});

test("words without marks stay as they are", () => {
  const words = fc
    .array(fc.stringMatching(/^[a-zé字]{1,6}$/), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(" "));
  const law = fc.property(words, (one) => {
    expect(parseMarkdown(one)).toEqual([paragraph(one)]);
  });
  fc.assert(law);
});

describe("examples", () => {
  const cases: [string, Block[]][] = [
    [
      "a *b* **c** `d`",
      [
        paragraph("a ", { kind: "emphasis", children: ["b"] }, " ", { kind: "strong", children: ["c"] }, " ", {
          kind: "code",
          text: "d",
        }),
      ],
    ],
    ["a ~~b~~ ~c~", [paragraph("a ", { kind: "strike", children: ["b"] }, " ~c~")]],
    ["one\ntwo", [paragraph("one", { kind: "break" }, "two")]],
    ["one\\\ntwo", [paragraph("one", { kind: "break" }, "two")]],
    ["# h", [{ kind: "heading", children: ["h"] }]],
    ["> q", [{ kind: "quote", children: [paragraph("q")] }]],
    ["2. a\n3. b", [{ kind: "list", ordered: true, items: [[paragraph("a")], [paragraph("b")]] }]],
    ["- a", [{ kind: "list", ordered: false, items: [[paragraph("a")]] }]],
    ["```ts\nx\n```", [{ kind: "codeblock", text: "x", language: "ts" }]],
    ["a\n\n---", [paragraph("a"), { kind: "rule" }]],
    ["", []],
    ["a [link](https://x.y 'title') <https://z.z>", [paragraph("a ", "link", " ", "https://z.z")]],
    ["![a map](x.png)", [paragraph("[a map]")]],
    ["<b onclick=x>bold</b>", [paragraph("<b onclick=x>bold</b>")]],
    [
      "<script>\nalert(1)\n</script>",
      [paragraph("<script>", { kind: "break" }, "alert(1)", { kind: "break" }, "</script>")],
    ],
    ["[1]: x", [paragraph("[1]: x")]],
    ["&lt;b&gt;", [paragraph("<b>")]],
  ];
  test.each(cases)("%j", (text, expected) => {
    const joined = parseMarkdown(text).map((node) => (node.kind === "paragraph" ? paragraph(...node.children) : node));
    expect(joined).toEqual(expected);
  });

  test("inline: blocks in one line", () => {
    expect(parseInline("# a\n\n- *b*\n\n`c`")).toEqual([
      "a",
      { kind: "break" },
      { kind: "emphasis", children: ["b"] },
      { kind: "break" },
      { kind: "code", text: "c" },
    ]);
  });

  test("plain text keeps the words of every form", () => {
    expect(plainText(parseMarkdown("# a\n> *b* `c`\n\n- d\n- e\n\n```\nf\n```\n---")).split("\n")).toEqual([
      "a",
      "b c",
      "d",
      "e",
      "f",
      "",
    ]);
  });
});

describe("texts made to harm stay text, and soon", () => {
  const texts: [string, string][] = [
    ["10 MB of words", "word ".repeat(2_000_000)],
    ["emphasis in emphasis", `${"*a **b ".repeat(5_000)}${"c** d*".repeat(5_000)}`],
    ["quotes in quotes", `${">".repeat(10_000)}a`],
    ["lists in lists", `${"- ".repeat(9_000)}a`],
    ["numbered lists in lists", `${"1. ".repeat(6_000)}a`],
    ["brackets", "[".repeat(10_000)],
    ["backticks", Array.from({ length: 60 }, (_, i) => "`".repeat(i)).join(" ")],
  ];
  test.each(texts)("%s", (_, text) => {
    const words = plainText(parseMarkdown(text)).trim();
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThanOrEqual(text.length);
  });

  test("a tree is never deeper than a screen can show", () => {
    const depth = (node: Block | Inline): number => {
      if (typeof node === "string" || !("children" in node)) return 0;
      return 1 + Math.max(0, ...node.children.map(depth));
    };
    const text = `${"*a **b ".repeat(100)}c${"** d*".repeat(100)}`;
    const deepest = Math.max(...parseMarkdown(text).map(depth));
    expect(deepest).toBeGreaterThan(20);
    expect(deepest).toBeLessThan(40);
  });

  test("deep, but not too deep to read: the innermost text is still there", () => {
    expect(plainText(parseMarkdown(`${"> ".repeat(30)}a`))).toBe("a\n");
    expect(plainText(parseMarkdown(`${"*a **b ".repeat(100)}c${"** d*".repeat(100)}`))).toContain("c");
  });
});
