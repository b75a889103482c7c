import type { FieldType, NoteType, StockId, Template } from "../../contract/shapes.ts";

const field = (id: string, help: string): FieldType => ({
  id,
  name: id,
  help,
  rtl: false,
  sticky: false,
  font: "",
  size: 0,
  unsearched: false,
});

const template = (ord: number, name: string, front: string, back: string): Template => ({
  ord,
  name,
  front,
  back,
  listFront: "",
  listBack: "",
});

const extra = field("Extra", "Why it is so, or how to remember it. Shown with the answer.");
const source = field("Source", "Where it comes from, so that you can check it.");

/** What stands below every answer: the reason, then the source. */
const below = `{{#Extra}}<div class="extra">{{Extra}}</div>{{/Extra}}
{{#Source}}<div class="source">Source: {{Source}}</div>{{/Source}}`;

const behind = (answer: string) => `{{FrontSide}}\n<hr id="answer">\n<div class="answer">${answer}</div>\n${below}`;

/** Nothing but what the app's own style for cards leaves open. */
const plainCss = "";

type Made = Pick<NoteType, "name" | "fields" | "templates"> & Partial<NoteType>;

const made = (id: StockId, type: Made): NoteType => ({
  id,
  kind: "standard",
  format: "markdown",
  stock: id,
  sort: type.fields[0]?.id ?? "",
  css: plainCss,
  modified: 0,
  ...type,
});

/** The note types that Mneme brings. A collection holds one only once the person has changed it. */
export const stockTypes: Readonly<Record<StockId, NoteType>> = {
  basic: made("basic", {
    name: "Basic",
    fields: [
      field("Front", "A question with one answer, clear on its own."),
      field("Back", "The answer, in a few words."),
      extra,
      source,
    ],
    templates: [template(0, "Card 1", "{{Front}}", behind("{{Back}}"))],
  }),
  reversed: made("reversed", {
    name: "Basic and reversed",
    fields: [
      field("Front", "One side. It is asked, and it is the answer to the other."),
      field("Back", "The other side. It is asked, and it is the answer to the first."),
      extra,
      source,
    ],
    templates: [
      template(0, "Card 1", "{{Front}}", behind("{{Back}}")),
      template(1, "Card 2", "{{Back}}", behind("{{Front}}")),
    ],
  }),
  optionalReversed: made("optionalReversed", {
    name: "Basic, reversed if wanted",
    fields: [
      field("Front", "One side. It is asked."),
      field("Back", "The other side. It is asked too if the next field says so."),
      field("Add Reverse", "Write anything here, such as y, to be asked the other way round as well."),
      extra,
      source,
    ],
    templates: [
      template(0, "Card 1", "{{Front}}", behind("{{Back}}")),
      template(1, "Card 2", "{{#Add Reverse}}{{Back}}{{/Add Reverse}}", behind("{{Front}}")),
    ],
  }),
  typed: made("typed", {
    name: "Typed answer",
    fields: [
      field("Front", "A question whose answer can be typed."),
      field("Back", "The answer. Put “ | ” between answers that are equally right."),
      extra,
      source,
    ],
    templates: [template(0, "Card 1", "{{Front}}\n\n{{type:Back}}", behind("{{type:Back}}"))],
  }),
  cloze: made("cloze", {
    name: "Cloze",
    kind: "cloze",
    fields: [field("Text", "A text with gaps: {{c1::word}}, or {{c1::word::hint}}."), extra, source],
    templates: [template(0, "Cloze", "{{cloze:Text}}", `{{cloze:Text}}\n${below}`)],
  }),
  occlusion: made("occlusion", {
    name: "Image occlusion",
    kind: "cloze",
    format: "html",
    fields: [
      field("Occlusion", "The shapes that hide parts of the picture. The drawing editor writes them."),
      field("Image", "The picture."),
      field("Header", "What the picture shows."),
      field("Back Extra", "Why it is so, or how to remember it. Shown with the answer."),
      field("Comments", "For yourself. Shown on no card."),
    ],
    sort: "Header",
    templates: [
      template(
        0,
        "Image Occlusion",
        `{{#Header}}<div>{{Header}}</div>{{/Header}}
<div style="display: none">{{cloze:Occlusion}}</div>
<div id="image-occlusion-container">{{Image}}</div>`,
        `{{#Header}}<div>{{Header}}</div>{{/Header}}
<div style="display: none">{{cloze:Occlusion}}</div>
<div id="image-occlusion-container">{{Image}}</div>
{{#Back Extra}}<div class="extra">{{Back Extra}}</div>{{/Back Extra}}`,
      ),
    ],
  }),
  choice: made("choice", {
    name: "Multiple choice",
    fields: [
      field("Front", "A question with one right answer."),
      field("Right", "The right answer."),
      field("Wrong", "Wrong answers that someone might believe, one a line."),
      extra,
      source,
    ],
    templates: [template(0, "Card 1", "{{Front}}\n\n{{choice:Right}}", behind("{{choice:Right}}"))],
  }),
};
