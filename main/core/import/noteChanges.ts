import type { Card, Note } from "../../contract/shapes.ts";
import type { FieldChange, RehearsalNote, RehearsalRow } from "../../contract/transfer.ts";
import { deckOf } from "../collection.ts";
import { generatedOrds } from "../template/generate.ts";
import { sharedTags } from "./base.ts";
import type { Whole } from "./pairs.ts";
import { excerpts, stretches } from "./stretches.ts";

/** One note in full: every field as it is and as it comes, with what becomes of it, and its cards. */
export function noteChanges(whole: Whole, n: number, row: RehearsalRow): RehearsalNote {
  const { comparison, sideOf } = whole;
  const target = comparison.targetOf(n);
  if (!target) return { ...row, changes: [], cards: [] };
  const { type } = target;
  const arrival = comparison.arrivalOf(n);
  const isNew = !comparison.mine[n] || row.verdict === "broken";
  const change = (part: Omit<FieldChange, "stretches">): FieldChange => {
    const [mine, theirs] = excerpts(part.mine, part.theirs);
    return { ...part, mine, theirs, stretches: stretches(mine ?? "", theirs) };
  };
  const changes: FieldChange[] = [];
  if (isNew) {
    const said = (name: string, of: FieldChange["of"], theirs: string) =>
      changes.push(change({ name, of, mine: null, theirs, changed: "no", takes: "theirs" }));
    for (const { id, name } of type.fields) said(name, "field", arrival.fields[id] ?? "");
    if (arrival.tags.length > 0) said("Tags", "tags", arrival.tags.join(" "));
  } else {
    const { note, type: own } = comparison.hereOf(n);
    const parts = comparison.partsOf(n);
    for (const { id, name } of own.fields) {
      const part = parts.find((each) => each.of === "field" && each.field === id);
      if (part) changes.push(change({ ...shown(part), takes: sideOf(n, part) }));
      else if (own === type) {
        const mine = note.fields[id] ?? "";
        changes.push(change({ name, of: "field", mine, theirs: mine, changed: "no", takes: "mine" }));
      }
    }
    for (const part of parts.filter(({ of }) => of !== "field"))
      changes.push(change({ ...shown(part), takes: sideOf(n, part) }));
    const tags = sharedTags(note.tags).join(" ");
    if (tags !== "" && !parts.some(({ of }) => of === "tags" || of === "type"))
      changes.push(change({ name: "Tags", of: "tags", mine: tags, theirs: tags, changed: "no", takes: "mine" }));
  }
  return { ...row, changes, cards: row.verdict === "broken" ? [] : cardsOf(whole, n) };
}

const shown = ({ name, of, mine, theirs, changed }: Omit<FieldChange, "stretches" | "takes">) => ({
  ...{ name, of, mine, theirs, changed },
});

/** Its cards as they will be: of a note that is there with the schedule that they keep or take. */
function cardsOf({ collection, comparison, cards, places, parcel }: Whole, n: number): RehearsalNote["cards"] {
  const target = comparison.targetOf(n);
  if (!target) return [];
  const arrival = comparison.arrivalOf(n);
  const id = comparison.ids[n];
  const note = comparison.mine[n];
  const rows = new Map<number, Card>();
  if (note) for (const ord of ordsOf(collection.cards, note)) rows.set(...ord);
  for (const each of cards.rows)
    if (each.n === n && each.row && each.id.startsWith(`${id}/`)) rows.set(each.ord, each.row);
  const made = generatedOrds(target.type, arrival.fields, arrival.tags);
  const ords = [...new Set([...made, ...rows.keys()])].sort((a, b) => a - b).slice(0, mostCards);
  const home = note?.deck ?? places.decks.of(parcel.notes[n]?.deck ?? "").here.id;
  return ords.map((ord) => {
    const row = rows.get(ord);
    const deck = row && deckOf({ deck: home }, row) !== home ? collection.decks.get(row.deck ?? "")?.name : undefined;
    const template = target.type.kind === "cloze" ? undefined : target.type.templates.find((each) => each.ord === ord);
    const state = stateOf(row) + (made.includes(ord) ? "" : ", with nothing to ask");
    return { name: template?.name ?? `Card ${ord + 1}`, state: deck === undefined ? state : `${state}, in ${deck}` };
  });
}

const mostCards = 500;

function ordsOf(cards: ReadonlyMap<string, Card>, note: Note): [number, Card][] {
  const found: [number, Card][] = [];
  for (let ord = 0; ord < mostCards; ord++) {
    const card = cards.get(`${note.id}/${ord}`);
    if (card) found.push([ord, card]);
  }
  return found;
}

function stateOf(row: Card | undefined): string {
  if (!row) return "new";
  const days = `${row.interval} ${row.interval === 1 ? "day" : "days"}`;
  const phase = row.phase === "review" ? `comes every ${days}` : row.phase;
  return row.suspended ? `${phase}, suspended` : phase;
}
