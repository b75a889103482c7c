import fc from "fast-check";
import { expect, test } from "vitest";
import { bareText, parseCloze } from "../../../main/core/cloze/parse.ts";
import { splitIntoClozes } from "../../../main/core/doctor/splitIntoClozes.ts";

test.each<[string, string | null]>([
  [
    "The Battle of Avarayr was fought on 26 May 451 between Armenia and the Sasanian Empire.",
    "The {{c1::Battle of Avarayr}} was fought on {{c2::26 May 451}} between {{c3::Armenia}} and the {{c4::Sasanian Empire}}.",
  ],
  ["Water boils at 100 °C at sea level.", "Water boils at {{c1::100 °C}} at sea level."],
  ["A mitochondrion is the powerhouse of the cell.", "A mitochondrion is the {{c1::powerhouse of the cell}}."],
  [
    "Photosynthesis is the process by which plants make sugar.",
    "{{c1::Photosynthesis}} is the process by which plants make sugar.",
  ],
  ["RGB has three parts: red, green and blue.", "RGB has three parts: {{c1::red}}, {{c2::green}} and {{c3::blue}}."],
  [
    "Der Krieg endete 1648 mit dem Westfälischen Frieden.",
    "Der Krieg endete {{c1::1648}} mit dem {{c2::Westfälischen Frieden}}.",
  ],
  [
    "**Paris** is the capital of [France](https://x.y/1999).",
    "**Paris** is the capital of [{{c1::France}}](https://x.y/1999).",
  ],
  ["<b>It</b> fell in 1989&nbsp;and rose.", "<b>It</b> fell in {{c1::1989}}&nbsp;and rose."],
  ["Rome fell to the Goths; later the Goths fell.", "Rome fell to the {{c1::Goths}}; later the {{c1::Goths}} fell."],
  ["Speed of light: 299,792,458 m/s.", "Speed of light: {{c1::299,792,458 m/s}}."],
  ["\\(x = 1990\\) holds here", null],
  ["{{c1::x}} in 1990", null],
  ["nothing here to hide", null],
  ["", null],
])("%s", (text, split) => expect(splitIntoClozes(text)).toBe(split));

test("nothing but gaps is added", () => {
  const word = fc.constantFrom(
    ..."The is 1990 5% Rome Goths May 26 <b> </b> ** `x` \\(y\\) a: red, blue and . ! ; 漢字 \n".split(" "),
  );
  const law = fc.property(fc.array(word, { maxLength: 20 }), (all) => {
    const text = all.join(" ");
    const split = splitIntoClozes(text);
    if (split !== null) expect(bareText(parseCloze(split))).toBe(text);
  });
  fc.assert(law, { numRuns: 1_000 });
});
