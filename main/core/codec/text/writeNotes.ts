import type { NoteType } from "../../../contract/shapes.ts";
import { guidOf } from "../../collection.ts";
import type { Parcel, ParcelNote } from "../../parcel/parcel.ts";
import { plainName } from "./columnNames.ts";
import { textWriter } from "./fieldText.ts";
import { ankiName } from "./typeNamed.ts";
import { typesOf } from "./typesOf.ts";
import { writeRow } from "./writeRows.ts";

/** Rows of a parcel's notes as lines without their ends, that of the header first. */
export type Lines = Generator<string>;

const guidIn = (note: ParcelNote): string => (note.nameless ? "" : guidOf(note));

/**
 * Anki's notes in plain text: tabs, lines of a header that say what each column is, fields filled up to those of the widest type, tags last.
 * `html`: fields are HTML, else plain text.
 */
export function* writeNotes(parcel: Parcel, html: boolean): Lines {
  const types = typesOf(parcel);
  const decks = deckNames(parcel);
  const write = textWriter(html);
  const widest = Math.max(0, ...[...types.values()].map(({ fields }) => fields.length));
  yield "#separator:tab";
  yield `#html:${html}`;
  yield "#guid column:1";
  yield "#notetype column:2";
  yield "#deck column:3";
  yield `#tags column:${4 + widest}`;
  for (const note of parcel.notes) {
    const type = types.get(note.type);
    if (!type) continue;
    const fields = type.fields.map(({ id }) => write(note.fields[id] ?? "", type.format));
    const padding = new Array<string>(widest - fields.length).fill("");
    const cells = [
      guidIn(note),
      ankiName(type),
      decks.get(note.deck) ?? "",
      ...fields,
      ...padding,
      note.tags.join(" "),
    ];
    yield writeRow(cells, "\t");
  }
}

/**
 * A table for spreadsheets: commas, a row of names, a column for each field of that name, then tags, deck, guid, and the note type where there are
 * several.
 */
export function* writeTable(parcel: Parcel, html: boolean): Lines {
  const types = typesOf(parcel);
  const decks = deckNames(parcel);
  const write = textWriter(html);
  const used = usedTypes(parcel, types);
  const names = new Map<string, string>();
  for (const { fields } of used)
    for (const { name } of fields) if (!names.has(plainName(name))) names.set(plainName(name), name);
  const columns = new Map([...names.keys()].map((name, i) => [name, i]));
  const several = used.length > 1;
  yield writeRow([...names.values(), "Tags", "Deck", ...(several ? ["Note type"] : []), "Guid"], ",");
  for (const note of parcel.notes) {
    const type = types.get(note.type);
    if (!type) continue;
    const cells = new Array<string>(names.size).fill("");
    for (const { id, name } of type.fields)
      cells[columns.get(plainName(name)) ?? 0] = write(note.fields[id] ?? "", type.format);
    const deck = decks.get(note.deck) ?? "";
    yield writeRow([...cells, note.tags.join(" "), deck, ...(several ? [type.name] : []), guidIn(note)], ",");
  }
}

const deckNames = (parcel: Parcel) => new Map(parcel.decks.map(({ id, name }) => [id, name]));

function usedTypes({ notes }: Parcel, types: ReadonlyMap<string, NoteType>): NoteType[] {
  const used = new Set(notes.map(({ type }) => type));
  return [...used].flatMap((id) => types.get(id) ?? []);
}
