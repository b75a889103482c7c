// Parcels as Mneme makes them, for the law that they come back from Anki as they went.
import fc from "fast-check";
import type { Card, Deck, Grade, NoteType, Phase, Preset, Review } from "../../../../main/contract/shapes.ts";
import { cardId, defaultPreset, newCard } from "../../../../main/core/collection.ts";
import { stockTypes } from "../../../../main/core/note/stockTypes.ts";
import { emptyParcel, type Parcel, type ParcelNote } from "../../../../main/core/parcel/parcel.ts";
import { DAY, studyDay } from "../../../../main/core/schedule/day.ts";
import { generatedOrds } from "../../../../main/core/template/generate.ts";
import { calendar, now } from "./collections.ts";

const word = fc.constantFrom(
  "word",
  "*stress*",
  "a_b",
  "1. one",
  "x < y & z",
  "$5",
  "\\(x^2\\)",
  "[sound:a.mp3]",
  "日本",
  "`code`",
  "- item",
  "# head",
  "![](a.png)",
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", "\n", "\n\n")), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join("").trim());

/** One of the person's own, whose fields and cards were moved about. */
const own: NoteType = {
  ...stockTypes.basic,
  ...{
    id: "4f0c",
    name: "My own",
    format: "html",
    stock: null,
    sort: "f9",
    css: ".card { color: red }",
    modified: 1_790_000_000_123,
  },
  fields: [
    {
      ...(stockTypes.basic.fields[0] as NoteType["fields"][number]),
      id: "f9",
      name: "Word",
      font: "Arial",
      size: 20,
      rtl: true,
    },
    { ...(stockTypes.basic.fields[1] as NoteType["fields"][number]), id: "f1", name: "Meaning", sticky: true },
  ],
  templates: [
    { ord: 4, name: "There", front: "{{Word}}", back: "{{Meaning}}", listFront: "{{Word}}!", listBack: "" },
    { ord: 1, name: "Back", front: "{{Meaning}}", back: "{{Word}}", listFront: "", listBack: "" },
  ],
};
const types: NoteType[] = [
  stockTypes.basic,
  stockTypes.reversed,
  stockTypes.cloze,
  stockTypes.choice,
  stockTypes.occlusion,
  own,
];

const deck = (id: string, name: string, preset: string, limits: Partial<Deck> = {}): Deck => ({
  ...limits,
  ...{
    id,
    name,
    description: "About it",
    language: "de",
    source: "a book",
    licence: "MIT",
    asOf: "2026-01-01",
    preset,
  },
});

const preset: fc.Arbitrary<Preset> = fc.record({
  ...(Object.fromEntries(Object.entries(defaultPreset).map(([name, value]) => [name, fc.constant(value)])) as {
    [K in keyof Preset]: fc.Arbitrary<Preset[K]>;
  }),
  id: fc.constant("p7"),
  name: fc.constant("Slow"),
  desiredRetention: fc.constantFrom(0.8, 0.9, 0.95),
  newPerDay: fc.nat(100),
  reviewsPerDay: fc.nat(999),
  learningSteps: fc.constantFrom([], [60], [90, 600], [60, 600, 86_400]),
  relearningSteps: fc.constantFrom([], [600], [300, 1_200]),
  maximumInterval: fc.constantFrom(36_500, 300),
  newIgnoresReviews: fc.boolean(),
  bury: fc.record({ fresh: fc.boolean(), reviews: fc.boolean(), interday: fc.boolean() }),
  leechLapses: fc.nat(20),
  leechAction: fc.constantFrom("tag", "suspend"),
  easyDays: fc.constantFrom([1, 1, 1, 1, 1, 1, 1], [1, 0.5, 1, 1, 1, 0, 0]),
  buttons: fc.constantFrom(2, 4),
  order: fc.record({
    newGather: fc.constantFrom(
      ...(["turns", "deck", "deckThenRandom", "position", "positionDown", "randomNotes", "randomCards"] as const),
    ),
    newSort: fc.constantFrom("gathered", "template", "templateThenRandom", "randomNote", "random"),
    newMix: fc.constantFrom("mixed", "before", "after"),
    interdayMix: fc.constantFrom("mixed", "before", "after"),
    reviews: fc.constantFrom(
      ...(["auto", "loss", "day", "dayThenDeck", "deckThenDay", "intervalUp", "intervalDown", "difficultyUp"] as const),
      ...(["difficultyDown", "recallUp", "recallDown", "overdue", "random", "addedUp", "addedDown"] as const),
    ),
  }),
  weights: fc.constantFrom(
    defaultPreset.weights,
    defaultPreset.weights.slice(0, 19),
    defaultPreset.weights.with(0, 0.5),
  ),
});

interface Draw {
  phase: Phase;
  step: number;
  day: number;
  interval: number;
  memory: [number, number];
  reps: number;
  lapses: number;
  away: "no" | "buried" | "sibling" | "suspended";
  flag: number;
  answers: number;
  byDay: boolean;
}
const draw: fc.Arbitrary<Draw> = fc.record({
  phase: fc.constantFrom<Phase>("new", "learning", "review", "relearning"),
  step: fc.nat(2),
  day: fc.integer({ min: -400, max: 400 }),
  interval: fc.integer({ min: 1, max: 3_000 }),
  memory: fc.tuple(fc.double({ min: 0.001, max: 30_000, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true })),
  reps: fc.nat(40),
  lapses: fc.nat(5),
  away: fc.constantFrom("no", "no", "buried", "sibling", "suspended"),
  flag: fc.nat(7),
  answers: fc.nat(4),
  byDay: fc.boolean(),
});

const today = studyDay(now, calendar);

function cardFrom(
  note: string,
  ord: number,
  drawn: Draw,
  log: readonly Review[],
  steps: (phase: Phase) => readonly number[],
): Card {
  const away = {
    buried: drawn.away === "buried" || drawn.away === "sibling" ? today : null,
    ...(drawn.away === "sibling" && { buriedAsSibling: true as const }),
    suspended: drawn.away === "suspended",
  };
  const common = { ...newCard(note, ord), ...away, flag: drawn.flag, lapses: drawn.lapses, reps: drawn.reps };
  if (drawn.phase === "new") return common;
  const [stability, difficulty] = drawn.memory;
  const last = log.at(-1)?.at ?? now - 50 * DAY;
  const seen = { ...common, phase: drawn.phase, stability, difficulty, last };
  if (drawn.phase === "review") return { ...seen, day: today + drawn.day, interval: drawn.interval };
  const step = Math.max(0, Math.min(drawn.step, steps(drawn.phase).length - 1));
  if (drawn.byDay) {
    const day = studyDay(last, calendar) + Math.abs(drawn.day);
    return { ...seen, step, day, interval: Math.abs(drawn.day) };
  }
  const due = Math.floor(now / 1_000) * 1_000 + drawn.day * 1_000;
  return { ...seen, step, due, day: studyDay(due, calendar) };
}

/** As the app logs them, one a day. */
function logFrom(card: string, drawn: Draw, from: number): Review[] {
  return Array.from({ length: drawn.answers }, (_, i): Review => {
    const at = from + i * DAY;
    const phase: Phase = i === 0 ? "new" : i === 1 ? "learning" : i === 2 ? "review" : "relearning";
    return {
      ...{ id: String(at), card, at, grade: ((i % 4) + 1) as Grade, took: 900 + i, phase, elapsed: i === 0 ? 0 : 1 },
      ...{ interval: i % 2 === 0 ? -600 : 7, stability: 3.5, difficulty: 4.5, recall: i === 0 ? null : 0.9 },
    };
  });
}

export const mnemeParcel = (count: number): fc.Arbitrary<Parcel> =>
  fc
    .record({
      preset,
      limitsFromTop: fc.boolean(),
      limits: fc.constantFrom<Partial<Deck>>(
        {},
        { newPerDay: 0, desiredRetention: 0.86 },
        { reviewsPerDay: 50, today: { day: today + 1, newPerDay: 9 } },
        { today: { day: today, newPerDay: 0, reviewsPerDay: 12 } },
      ),
      notes: fc.array(
        fc.record({
          type: fc.constantFrom(...types),
          texts: fc.array(text, { minLength: 5, maxLength: 5 }),
          tags: fc.uniqueArray(fc.constantFrom("a", "b::c", "ä"), { maxLength: 2 }),
          deck: fc.constantFrom("d1", "d2"),
          draws: fc.array(draw, { minLength: 4, maxLength: 4 }),
          elsewhere: fc.boolean(),
        }),
        { minLength: count, maxLength: count },
      ),
    })
    .map(({ preset: one, notes, limitsFromTop, limits }) => {
      const parcel: Parcel = {
        ...emptyParcel("apkg"),
        ...(limitsFromTop && { limitsFromTop }),
        decks: [deck("d1", "Land", "p7", limits), deck("d2", "Land::Stadt", "default")],
        presets: [one],
        noteTypes: [...new Set(notes.map(({ type }) => type))].filter((type) => type === own),
      };
      notes.forEach(({ type, texts, tags, deck: at, draws, elsewhere }, n) => {
        const id = `note-${n}`;
        const gapped = type.kind === "cloze" ? texts.with(0, `${texts[0]} {{c1::one}} {{c3::two::hint}}`) : texts;
        const fields = Object.fromEntries(type.fields.map((field, i) => [field.id, gapped[i] ?? ""]));
        const created = now - 900 * DAY + n * 1_000;
        const note: ParcelNote = {
          id,
          type: type.id,
          deck: at,
          fields,
          tags,
          position: n + 1,
          created,
          modified: created + 5_000,
        };
        parcel.notes.push(note);
        generatedOrds(type, fields, tags).forEach((ord, i) => {
          const drawn = draws[i % 4] as Draw;
          const log = logFrom(cardId(id, ord), drawn, now - 500 * DAY + n * 10_000 + i * 1_000);
          parcel.reviews.push(...log);
          // A note is where its first card is.
          const isElsewhere = elsewhere && ord !== (type.kind === "cloze" ? 0 : type.templates[0]?.ord);
          const place = isElsewhere === (at === "d1") ? "d2" : "d1";
          const used = place === "d1" ? one : defaultPreset;
          const steps = (phase: Phase) => (phase === "learning" ? used.learningSteps : used.relearningSteps);
          const card = cardFrom(id, ord, drawn, log, steps);
          parcel.cards.push(isElsewhere ? { ...card, deck: place } : card);
        });
      });
      parcel.reviews.sort((a, b) => a.at - b.at);
      return parcel;
    });
