import type { Deck } from "../../../contract/shapes.ts";
import { defaultPreset } from "../../collection.ts";
import type { Loss, Parcel } from "../../parcel/parcel.ts";
import { byName, headOf, listsOf } from "../json/fromParcel.ts";
import { type GivenLists, writeLists } from "../json/writeLists.ts";
import type { DeckText, NoteText } from "./deckText.ts";
import { encode } from "./encode.ts";
import { isDate } from "./meta.ts";
import { textNotes, type WrittenNote } from "./textNotes.ts";
import { deckLabels } from "./typeNames.ts";

/** How the comment begins that holds what a single text does not say; it is the last thing in the text. */
export const sidecarMark = "\n<!-- mneme\n";

/** A parcel as one text. What people would not write stands in a comment at its end, and only if there is such a thing. */
export async function toText(parcel: Parcel): Promise<string> {
  const labels = labelOfDeck(parcel.decks);
  const outer = outerDeck(parcel.decks, labels);
  const written = textNotes(parcel);
  const depth = outer ? pathOf(labels, outer.id).length : 0;
  const placed = byDeck(parcel.decks, written, outer).flatMap(([deck, notes]) =>
    notes.map(({ text }): NoteText => ({ ...text, path: pathOf(labels, deck.id).slice(depth) })),
  );
  const text = encode(outer ? { ...about(outer, labels), notes: placed } : { ...untitled, notes: placed });
  if (isPlainDeck(parcel, written, outer)) return text;
  const head = { ...headOf(parcel), ...(!outer && { several: true }) };
  const { noteTypes, presets } = listsOf(parcel);
  const decks = parcel.decks.map((deck) => (deck === outer ? unsaid(deck) : deck));
  const rest = await together(
    sidecar(head, { ...parcel, decks }, written, { noteTypes, presets, cards: homes(parcel) }),
  );
  return `${text}${sidecarMark}${rest.replaceAll("-->", "--\\u003e")}-->\n`;
}

/** A parcel as a text for each deck, by its label, and what none of them says: all but note types, media and the schedule. */
export function toTexts(
  parcel: Parcel,
  more: GivenLists,
): { texts: Map<string, string>; rest: AsyncGenerator<string> } {
  const labels = labelOfDeck(parcel.decks);
  const written = textNotes(parcel);
  const texts = new Map<string, string>();
  for (const [deck, notes] of byDeck(parcel.decks, written, null))
    texts.set(labels.get(deck.id) ?? "", encode({ ...about(deck, labels), notes: notes.map(({ text }) => text) }));
  const decks = parcel.decks.map(unsaid);
  return { texts, rest: sidecar(headOf(parcel), { ...parcel, decks }, written, more) };
}

/** Where cards have a deck of their own; their schedule is nothing for a text. */
const homes = ({ cards }: Parcel) =>
  cards.filter(({ deck, phase, reps }) => deck !== undefined && phase === "new" && reps === 0);

/** What one text cannot hold. */
export function textLosses(parcel: Parcel): Loss[] {
  return [
    { what: "cards' schedules", count: parcel.cards.length - homes(parcel).length },
    { what: "answers of the log", count: parcel.reviews.length },
    { what: "media files (a folder of Markdown holds them)", count: parcel.media.length },
  ];
}

function sidecar(head: Record<string, unknown>, { decks }: Parcel, written: readonly WrittenNote[], more: GivenLists) {
  return writeLists(head, { ...more, decks: byName(decks), texts: written.map(({ rest }) => rest) });
}

/** Whether its text says all that matters of a deck: what it leaves out is when its notes were written. */
function isPlainDeck(
  { decks, noteTypes, presets, cards, kept }: Parcel,
  written: readonly WrittenNote[],
  outer: Deck | null,
) {
  const isUsual = (deck: Deck) => deck.preset === "default" && !deck.kept;
  return (
    outer !== null &&
    kept === undefined &&
    cards.every(({ deck }) => deck === undefined) &&
    noteTypes.length === 0 &&
    presets.every((preset) => JSON.stringify(preset) === JSON.stringify(defaultPreset)) &&
    decks.every((deck) => isUsual(deck) && (deck === outer ? !unsaid(deck).asOf : isBare(deck))) &&
    written.every(({ text, rest, note }) => !text.free && !rest.kept && !rest.former && note.id === text.id)
  );
}

const isBare = ({ description, language, source, licence, asOf }: Deck) =>
  description + language + source + licence + asOf === "";

/** The deck around all others; null if there is none. */
function outerDeck(decks: readonly Deck[], labels: ReadonlyMap<string, string>): Deck | null {
  const label = (deck: Deck) => labels.get(deck.id) ?? "";
  return (
    decks.find((outer) => decks.every((deck) => deck === outer || label(deck).startsWith(`${label(outer)}::`))) ?? null
  );
}

const labelOfDeck = (decks: readonly Deck[]) => new Map([...deckLabels(decks)].map(([label, { id }]) => [id, label]));

const pathOf = (labels: ReadonlyMap<string, string>, id: string): string[] => (labels.get(id) ?? "").split("::");

const untitled = { title: "Decks", description: "", language: "", source: "", licence: "", asOf: "" };

const about = (deck: Deck, labels: ReadonlyMap<string, string>): Omit<DeckText, "notes"> => ({
  title: labels.get(deck.id) ?? "",
  description: deck.description,
  language: deck.language,
  source: deck.source,
  licence: deck.licence,
  asOf: isDate(deck.asOf) ? deck.asOf : "",
});

/** The deck without what its own text says. */
const unsaid = (deck: Deck): Deck => ({
  ...deck,
  ...{ description: "", language: "", source: "", licence: "", asOf: isDate(deck.asOf) ? "" : deck.asOf },
});

/** Decks in the order of their first notes, the outer one before all; then those without any. */
function byDeck(decks: readonly Deck[], written: readonly WrittenNote[], outer: Deck | null): [Deck, WrittenNote[]][] {
  const lists = new Map<string, WrittenNote[]>(outer ? [[outer.id, []]] : []);
  for (const each of written) {
    const list = lists.get(each.note.deck);
    if (list) list.push(each);
    else lists.set(each.note.deck, [each]);
  }
  for (const { id } of byName(decks)) if (!lists.has(id)) lists.set(id, []);
  const known = new Map(decks.map((deck) => [deck.id, deck]));
  return [...lists].flatMap(([id, notes]): [Deck, WrittenNote[]][] => {
    const deck = known.get(id);
    return deck ? [[deck, notes]] : [];
  });
}

async function together(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}
