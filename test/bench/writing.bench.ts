// Figures of writing at 100,000 notes: twins, advice, tags; and of a field on its way to the editor and back.
import { it } from "vitest";
import { emptyCollection } from "../../main/core/collection.ts";
import { diagnose } from "../../main/core/doctor/diagnose.ts";
import { readAhead } from "../../main/core/note/firstFields.ts";
import { tagCompletion } from "../../main/core/note/tagCompletion.ts";
import { twins } from "../../main/core/note/twins.ts";
import { htmlToRich } from "../../main/core/rich/html/htmlToRich.ts";
import { richToHtml } from "../../main/core/rich/html/richToHtml.ts";
import { markdownToRich } from "../../main/core/rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../../main/core/rich/markdown/richToMarkdown.ts";
import { deck } from "../core/collections.ts";

const count = 100_000;

it(`${count} notes`, () => {
  const collection = emptyCollection();
  collection.decks.set("d:A", deck("A"));
  for (let i = 0; i < count; i++) {
    const fields = {
      Front: `What is the *capital* of country ${i}, and since when?`,
      Back: `City ${i}`,
      Extra: "",
      Source: "",
    };
    const tags = [`geo::${i % 100}`, `year::${i % 30}::${i % 7}`];
    const note = { id: `n${i}`, type: "basic", deck: "d:A", fields, tags, position: i, created: 0, modified: 0 };
    collection.notes.set(note.id, note);
  }
  const timed = (times: number, work: () => unknown) => {
    const all = Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return `${all[times >> 1]?.toFixed(1)} ms (worst ${all.at(-1)?.toFixed(1)})`;
  };
  const fields = { Front: "What is the capital of country 77777, and since when?", Back: "Another city" };
  const written = { type: "basic", fields, note: null };
  const html = "<div>The <b>capital</b> of {{c1::Armenia::country}} is {{c2::<i>Yerevan</i>}}.</div>".repeat(20);
  const markdown = "The **capital** of {{c1::Armenia::country}} is {{c2::*Yerevan*}}.\n\n".repeat(20);
  const cold = { ...collection };
  const slowest = { piece: 0 };
  const ahead = timed(1, () => {
    for (const note of collection.notes.values()) {
      const start = performance.now();
      readAhead(collection, note);
      slowest.piece = Math.max(slowest.piece, performance.now() - start);
    }
  });
  console.log(
    [
      `twins, first time and nothing read ahead: ${timed(1, () => twins(cold, written))}`,
      `reading ahead: ${ahead}, the longest piece ${slowest.piece.toFixed(1)} ms`,
      `twins, first time: ${timed(1, () => twins(collection, written))}; then: ${timed(50, () => twins(collection, written))}`,
      `advice: ${timed(50, () => diagnose(collection, written))}`,
      `tags: ${timed(20, () => tagCompletion(collection, "ge", 20))}`,
      `20 lines of HTML to the editor: ${timed(20, () => htmlToRich(html))}; back: ${timed(20, () => richToHtml(htmlToRich(html)))}`,
      `20 lines of Markdown: ${timed(20, () => markdownToRich(markdown))}; both: ${timed(20, () => richToMarkdown(markdownToRich(markdown)))}`,
    ].join("\n"),
  );
});
