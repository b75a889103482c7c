import fc from "fast-check";

/** A note with its type, as both programs are given it. */
export interface Case {
  kind: "standard" | "cloze";
  fields: readonly string[];
  templates: [front: string, back: string][];
  values: Record<string, string>;
  tags: readonly string[];
  deck: string;
  flag: number;
}

const fields: readonly string[] = ["F", "G", "H x"];
const names = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...fields, "F") },
  { weight: 2, arbitrary: fc.constantFrom("Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag") },
);

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("word", " ", "two words", "é", "<b>bold</b>", "<i>", "<br>", "\n", "日本") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("&amp;", "&lt;i&gt;", "&nbsp;", "&hellip;", "&#65;", "a & b", "&foo;", "1 < 2"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(" 漢字[かな]", " 日本[にほん]語[ご]", "[", "]", "x[y", "<b>漢[か]</b>", "a>b[c]"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "[sound:a.mp3]",
      '<img src="x.png">',
      "<!-- c -->",
      "<style>s</style>",
      "<script>",
      "<div>",
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "{{c1::one}}",
      "{{c2::two::hint}}",
      "{{c1,3::both}}",
      "{{c2::a {{c1::b::h}} c}}",
      "{{c1::a {{c1::b}}::h}}",
      "{{c1::<b>x</b>::}}",
      "{{c4::}}",
      "{{c0::zero}}",
      "{{c::none}}",
      "{{c501::far}}",
      "\\( x<b>y</b> {{c1::z}} \\)",
      "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("::", "}}", "{{c1::", "{{c2::open", "{{G}}", "{{#F}}", "\u00a0", "\\(", "\\]"),
  },
);

const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")) },
  { weight: 2, arbitrary: fc.constantFrom("", " ", "<br>", "<div><br></div>", "&nbsp;", "<b></b>", "\n\t") },
);

const filter = fc.constantFrom(
  "text",
  "hint",
  "furigana",
  "kana",
  "kanji",
  "type",
  "type:nc",
  "type:cloze",
  "cloze",
  "cloze-only",
  "tts en_US",
  "tts ja_JP voices=A,B speed=1.5",
  "foo",
  "nc",
  "",
);
const filters = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  { weight: 4, arbitrary: fc.array(filter, { minLength: 1, maxLength: 3 }).map(markersLast) },
);

/** What another filter makes of a hint or of a marker of speech is of no use: the two programs write them differently. */
function markersLast(filters: string[]): string[] {
  const rank = (name: string) => (name === "hint" ? 0 : name.startsWith("tts ") ? 1 : 2);
  return filters.toSorted((a, b) => rank(a) - rank(b));
}

const spaced = (name: string) => fc.constantFrom(name, name, ` ${name} `);
const shown = fc.tuple(filters, names).map(([before, name]) => `{{${[...before, name].join(":")}}}`);
const words = fc.constantFrom("plain", " ", "<hr>", "<!-- {{Nope}} -->", "}}", "{", "<b>t</b>", "{{FrontSide}}", "\n");

const { part } = fc.letrec<{ part: string; section: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 4, arbitrary: shown },
    { weight: 2, arbitrary: words },
    { weight: 3, arbitrary: tie("section") },
  ),
  section: fc
    .tuple(
      fc.constantFrom("#", "^"),
      fc.oneof(names, fc.constantFrom("c1", "c2")).chain((name) => fc.tuple(spaced(name), spaced(name))),
      fc.array(tie("part"), { maxLength: 3 }),
    )
    .map(([sign, [open, close], inner]) => `{{${sign}${open}}}${inner.join("")}{{/${close}}}`),
}));

const mistake = fc.constantFrom(
  "{{Nope}}",
  "{{text:nope}}",
  "{{#F}}",
  "{{^G}}x",
  "{{/F}}",
  "{{#Nope}}x{{/Nope}}",
  "{{#F}}{{/G}}",
  "{{",
  "{{F",
  "<!--",
);

const side = fc
  .tuple(
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.oneof({ weight: 14, arbitrary: fc.constant("") }, { weight: 1, arbitrary: mistake }),
    fc.oneof({ weight: 19, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  )
  .map(([parts, wrong, old]): string => {
    const template = parts.join("") + wrong;
    return old ? `{{=<% %>=}}${template.replaceAll("{{", "<%").replaceAll("}}", "%>")}` : template;
  });

const cloze = fc.tuple(fc.constantFrom(...fields), side, fc.boolean()).map(([name, rest, first]) => {
  return first && !rest.startsWith("{{=") ? `{{cloze:${name}}}${rest}` : rest;
});

const common = {
  fields: fc.oneof(
    { weight: 9, arbitrary: fc.constant(fields) },
    { weight: 1, arbitrary: fc.constant<readonly string[]>([...fields, "Card"]) },
  ),
  values: fc.record(Object.fromEntries(fields.map((name) => [name, text]))),
  tags: fc.constantFrom<string[]>([], ["one"], ["a::b", "c"]),
  deck: fc.constantFrom("Deck", "A::B & C"),
  flag: fc.constantFrom(0, 0, 3),
};

export const anyCase: fc.Arbitrary<Case> = fc.oneof(
  fc.record({
    kind: fc.constant("standard" as const),
    templates: fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 3 }),
    ...common,
  }),
  fc.record({
    kind: fc.constant("cloze" as const),
    templates: fc.array(fc.tuple(cloze, cloze), { minLength: 1, maxLength: 1 }),
    ...common,
  }),
);

export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      piece,
      fc.constantFrom(
        "<",
        ">",
        "<!--",
        "-->",
        "<style a>",
        "</STYLE>",
        "<script>x",
        "</script>",
        "<img src='a b.png' />",
        "<audio src=q.mp3>",
        "<",
        "&",
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

const plain = { fields, tags: [], deck: "Deck", flag: 0 };
const gaps = (F: string): Case => ({
  ...plain,
  kind: "cloze",
  templates: [["{{cloze:F}}", "{{cloze:F}}"]],
  values: { F, G: "", "H x": "" },
});

/** What chance hardly brings. */
export const rareCases: readonly Case[] = [
  { ...plain, kind: "standard", templates: [["{{text:F}}", ""]], values: { F: "a\u00a0b", G: "", "H x": "" } },
  gaps("{{c500::a}} {{c501::b}} {{c502::c}}"),
  gaps("{{c1::a {{c2::b}} c"),
  gaps(`${Array.from({ length: 13 }, (_, i) => `{{c${i + 1}::`).join("")}x${"}}".repeat(13)}`),
];

const fraction = fc.integer({ min: 1, max: 999 }).map((n) => String(n / 1_000).slice(1));
const shape = fc.oneof(
  fc
    .tuple(fraction, fraction, fraction, fraction)
    .map(([l, t, w, h]) => `rect:left=${l}:top=${t}:width=${w}:height=${h}`),
  fc
    .tuple(fraction, fraction, fraction, fraction)
    .map(([l, t, x, y]) => `ellipse:left=${l}:top=${t}:rx=${x}:ry=${y}:angle=30`),
  fc
    .array(fc.tuple(fraction, fraction), { minLength: 3, maxLength: 5 })
    .map((points) => `polygon:points=${points.map((point) => point.join(",")).join(" ")}`),
  fc
    .tuple(fraction, fc.constantFrom("a\\:b", "back\\\\slash", "日本", "x = y", "<b>"))
    .map(([l, text]) => `text:left=${l}:text=${text}:scale=1.2:fs=.04`),
);

/** An image occlusion's field, as Anki's editor writes it. */
export const anyOcclusion: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), shape, fc.constantFrom("", ":oi=1", ":fill=#ff0000:oi=1")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([number, of, rest]) => `{{c${number}::image-occlusion:${of}${rest}}}<br>`).join(""));
