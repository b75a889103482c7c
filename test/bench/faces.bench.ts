// What it takes to make a face: native, plain HTML, formulas, code; the whole way from note to document.
import { it } from "vitest";
import type { Note, NoteType } from "../../main/contract/shapes.ts";
import { documentOf } from "../../main/core/html/documentOf.ts";
import { markdownToHtml } from "../../main/core/html/markdownToHtml.ts";
import { page } from "../../main/core/html/page.ts";
import { typeset } from "../../main/core/html/typesetting.ts";
import { face } from "../../main/core/note/face.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import { render } from "../../main/core/template/render.ts";

const rounds = 200;
const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * q)]?.toFixed(2);

const prose = "Yerevan is the <b>capital</b> of Armenia, and <i>one of the oldest</i> towns of the world.<br>";
const table = `<table>${"<tr><td>Araks<td>1072<td><img src=map.png></tr>".repeat(20)}</table>`;
const css = `.card { font-family: arial; font-size: 20px } ${".a { color: red; background: url(bg.png) }".repeat(40)}`;

const html: NoteType = { ...stockTypes.basic, id: "html", format: "html", css };
const fields = (Front: string, Back = "Yerevan"): Note["fields"] => ({ Front, Back, Extra: "", Source: "" });
const formula = (i: number) => `\\(\\frac{a_{${i}}}{b^2} + \\sqrt{x_${i}}\\)`;

const cases: Record<string, (i: number) => [type: NoteType, fields: Note["fields"]]> = {
  "plain HTML": (i) => [html, fields(`${prose}${i}`)],
  "20 kB of HTML with a table": (i) => [html, fields(`${prose.repeat(200)}${table}${i}`)],
  "Markdown in a frame": (i) => [stockTypes.basic, fields(`*One* of ${i}\n\n|a|b|\n|-|-|\n|1|2|`)],
  "5 formulas seen before": () => [html, fields([1, 2, 3, 4, 5].map(formula).join(" "))],
  "5 formulas never seen": (i) => [html, fields([1, 2, 3, 4, 5].map((n) => formula(10 * i + n + 100)).join(" "))],
  "20 lines of code": (i) => [
    html,
    fields(`<pre><code class="language-js">${"const a = 'x' + 1; // c\n".repeat(20)}${i}</code></pre>`),
  ],
};

it("faces", async () => {
  const note = (type: NoteType, all: Note["fields"]): Note => ({
    id: "n",
    type: type.id,
    deck: "d",
    fields: all,
    tags: [],
    position: 0,
    created: 0,
    modified: 0,
  });
  const report = async (name: string, work: (i: number) => unknown) => {
    const took: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      await work(i);
      took.push(performance.now() - start);
    }
    const first = took[0]?.toFixed(1);
    console.log(`${name}: median ${quantile(took, 0.5)} ms, p95 ${quantile(took, 0.95)} ms, first ${first} ms`);
  };
  const stock = { known: () => true, fetched: () => false };
  await report("native", (i) => face(stockTypes.basic, note(stockTypes.basic, fields(`What is *${i}*?`)), 0, 1));
  for (const [name, make] of Object.entries(cases))
    await report(name, async (i) => {
      const [type, all] = make(i);
      const { answer } = render({ type, note: note(type, all), ord: 0, deck: "", flag: 0, toHtml: markdownToHtml });
      const made = page({ html: answer, css: type.css, typesetting: await typeset(answer), ...stock });
      documentOf(made, { night: false, ord: 0, zoom: 1 });
    });
});
