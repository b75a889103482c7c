// Figures of finding and changing at 100,000 cards: each class of operator, sorting, and bulk changes made durable.
import { it } from "vitest";
import { columns } from "../../main/contract/browse.ts";
import { inOrder } from "../../main/core/browse/order.ts";
import { rowOf } from "../../main/core/browse/row.ts";
import { sidebar } from "../../main/core/browse/sidebar.ts";
import { subjectOf } from "../../main/core/browse/subject.ts";
import { newCard } from "../../main/core/collection.ts";
import { duplicates } from "../../main/core/duplicates/duplicates.ts";
import { isProblem } from "../../main/core/search/escape.ts";
import { parse } from "../../main/core/search/parse.ts";
import { pack, type ReviewLog } from "../../main/core/search/reviewLog.ts";
import { search } from "../../main/core/search/search.ts";
import { at, collectionWith, day } from "../core/collections.ts";

const cards = 100_000;
const now = at("2026-11-24T12:00:00Z");
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds of this process's own time, so that a busy machine does not count. */
function timed<T>(work: () => T): [number, T] {
  const start = process.cpuUsage();
  const value = work();
  return [process.cpuUsage(start).user / 1_000, value];
}

const words = Array.from({ length: 4_000 }, (_, i) => {
  let word = "";
  for (let n = i * 7_919 + 13; n > 0; n = Math.floor(n / 20)) word += "bcdfghklmnprstvaeiou"[n % 20];
  return word;
});
const sentence = (seed: number, length: number) =>
  Array.from({ length }, (_, i) => words[(seed * 31 + i * i * 97) % words.length]).join(" ");

function build() {
  const decks = Array.from({ length: 50 }, (_, i) => `Deck ${i % 10}::Part ${i}`);
  const collection = collectionWith(new Array(cards).fill("basic"), decks);
  let i = 0;
  for (const [id, note] of collection.notes) {
    const emphasis = i % 5 === 0 ? "**" : "";
    const fields = {
      Front: `${sentence(i, 6)} ${emphasis}${i}${emphasis}?`,
      Back: sentence(i + 7, 4),
      Extra: i % 3 === 0 ? `Because *${sentence(i + 3, 12)}*` : "",
      Source: "",
    };
    const tags = i % 4 === 0 ? [] : [`area::${i % 100}`, `year::${i % 7}`];
    collection.notes.set(id, { ...note, fields, tags, created: now.ms - (i % 2_000) * day });
    if (i % 5 > 0) {
      const memory = { stability: 5 + (i % 300), difficulty: 1 + (i % 90) / 10, interval: 5 + (i % 300) };
      const schedule = {
        day: 20_781 - 100 + (i % 400),
        last: now.ms - (i % 300) * day,
        reps: 1 + (i % 12),
        lapses: i % 5,
        flag: i % 8,
      };
      const card = { ...newCard(id, 0), phase: "review" as const, ...memory, ...schedule, suspended: i % 50 === 1 };
      collection.cards.set(card.id, card);
    }
    i++;
  }
  return collection;
}

it(`${cards} cards`, () => {
  const collection = build();
  const log: ReviewLog = new Map();
  for (const card of collection.cards.values())
    log.set(
      card.id,
      Array.from({ length: card.reps }, (_, i) => pack(card.last - (card.reps - 1 - i) * 9 * day, ((i % 4) + 1) as 1)),
    );
  const scene = { collection, now, current: null, log };
  const [first] = timed(() => search(scene, parse("neverthere") as never, "cards"));
  const lines = [`texts of all notes for the first search: ${first.toFixed(0)} ms`];
  const queries = [
    "deck:*",
    "word",
    words[17] ?? "",
    '"bcd gh"',
    "d_g",
    "b*d*g",
    "w:vest",
    "re:\\d{4}",
    '"re:(a|e)+st.*x"',
    "nc:uber",
    "sc:x",
    "front:b*",
    "front:re:^b",
    "*:b*",
    'deck:"deck 3"',
    "deck:d*::p*7",
    "tag:area::5",
    "tag:none",
    "tag:re:^y.*3$",
    "note:basic",
    "card:1",
    '"card:card 1"',
    "preset:default",
    "flag:3",
    "nid:n5,n7",
    "dupe:basic,x",
    "is:due",
    "is:new",
    "is:suspended",
    "added:7",
    "edited:7",
    "introduced:30",
    "rated:7",
    "rated:30:1",
    "prop:ivl>=30",
    "prop:due<3",
    "prop:s>100",
    "prop:d<0.3",
    "prop:r<0.8",
    "prop:rated=-3:2",
    'is:due -is:suspended deck:"deck 3" (tag:area::5 or tag:area::6)',
    "-word -is:new",
    "<b>",
  ];
  for (const query of queries) {
    const node = parse(query);
    if (isProblem(node)) throw new Error(`${query}: ${node.say}`);
    const runs = Array.from({ length: 7 }, () => timed(() => search(scene, node, "cards")));
    lines.push(
      `${query.padEnd(24)} ${median(runs.map(([ms]) => ms))
        .toFixed(1)
        .padStart(7)} ms  ${runs[0]?.[1].length}`,
    );
  }
  const all = search(scene, { type: "all" }, "cards");
  for (const column of columns) {
    const runs = Array.from(
      { length: 3 },
      () => timed(() => inOrder(collection, "cards", all, { column, down: false }, now))[0],
    );
    lines.push(`sort by ${column}: ${median(runs).toFixed(0)} ms (first ${runs[0]?.toFixed(0)})`);
  }
  const rows = Array.from(
    { length: 7 },
    (_, i) =>
      timed(() =>
        all.slice(i * 100, i * 100 + 60).map((id) => {
          const s = subjectOf(collection, "cards", id, now);
          return s && rowOf(s, columns);
        }),
      )[0],
  );
  lines.push(`60 rows of 19 columns: ${median(rows).toFixed(1)} ms`);
  lines.push(
    `sidebar: ${median(Array.from({ length: 5 }, () => timed(() => sidebar(collection, now))[0])).toFixed(0)} ms`,
  );
  const notes = [...collection.notes.values()];
  lines.push(
    `duplicates exact: ${timed(() => duplicates(collection, notes, "Front", false))[0].toFixed(0)} ms; near: ${timed(() => duplicates(collection, notes, "Front", true))[0].toFixed(0)} ms`,
  );
  console.log(lines.join("\n  "));
});
