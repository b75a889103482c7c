import type { SqlValue } from "sql.js";
import type { AnkiCard, AnkiGrave, AnkiNote, AnkiReview } from "../../core/codec/anki/collection.ts";
import { type Mended, numberOf, secondsOf, textOf, withoutControls } from "./cells.ts";
import { type Ids, idColumn } from "./ids.ts";

/** What the rows of a collection have in common. */
export interface RowContext {
  now: number;
  notes: Ids;
  cards: Ids;
  noteTypes: Ids;
  decks: Ids;
  mended: Mended;
  /** Tells of a row whose text was no UTF-8. */
  garbled(place: string, note?: number): void;
}

/** One table: its columns, the SQL that selects them, and what a row is. Null: it is left out. */
export interface Table<Row> {
  name: string;
  columns: readonly string[];
  select: readonly string[];
  order: string;
  row(cells: SqlValue[], context: RowContext): Row | null;
}

const int32 = 2 ** 31 - 1;
const small = (value: SqlValue | undefined, context: RowContext) => numberOf(value, -int32 - 1, int32, context.mended);
const large = (value: SqlValue | undefined, context: RowContext) =>
  numberOf(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, context.mended);
const blob = (column: string) => `cast(${column} AS blob)`;

export const notesTable: Table<AnkiNote> = {
  name: "notes",
  columns: ["id", "guid", "mid", "mod", "usn", "tags", "flds", "sfld", "csum", "flags", "data"],
  select: [
    idColumn("id"),
    blob("guid"),
    idColumn("mid"),
    "mod",
    "usn",
    blob("tags"),
    blob("flds"),
    "iif(typeof(sfld) IN ('integer','real') AND abs(sfld) < 9007199254740992, sfld, cast(sfld AS blob))",
    "csum",
    "flags",
    blob("data"),
  ],
  order: "id",
  row(cells, context) {
    const id = context.notes.of(cells[0]);
    const [guid, tags, flds, data] = [textOf(cells[1]), textOf(cells[5]), textOf(cells[6]), textOf(cells[10])];
    if (!guid.whole || !tags.whole || !flds.whole) context.garbled(`note ${id}`, id);
    return {
      id,
      guid: guid.text,
      mid: context.noteTypes.of(cells[2]),
      mod: secondsOf(cells[3], context.now, context.mended),
      usn: small(cells[4], context),
      tags: withoutControls(tags.text, context.mended),
      flds: withoutControls(flds.text, context.mended),
      sfld: typeof cells[7] === "number" ? cells[7] : textOf(cells[7]).text,
      csum: large(cells[8], context),
      flags: small(cells[9], context),
      data: data.text,
    };
  },
};

export const cardsTable: Table<AnkiCard> = {
  name: "cards",
  columns: [
    ...["id", "nid", "did", "ord", "mod", "usn", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "left"],
    ...["odue", "odid", "flags", "data"],
  ],
  select: [
    ...[idColumn("id"), idColumn("nid"), idColumn("did"), "ord", "mod", "usn", "type", "queue", "due", "ivl", "factor"],
    ...[
      "reps",
      "lapses",
      "left",
      "odue",
      `iif(odid = 0 OR odid IS NULL, 0, ${idColumn("odid")})`,
      "flags",
      blob("data"),
    ],
  ],
  order: "id",
  row(cells, context) {
    const id = context.cards.of(cells[0]);
    const data = textOf(cells[17]);
    if (!data.whole) context.garbled(`card ${id}`);
    return {
      id,
      nid: context.notes.of(cells[1]),
      did: context.decks.of(cells[2]),
      ord: small(cells[3], context),
      mod: secondsOf(cells[4], context.now, context.mended),
      usn: small(cells[5], context),
      type: small(cells[6], context),
      queue: small(cells[7], context),
      due: small(cells[8], context),
      ivl: small(cells[9], context),
      factor: small(cells[10], context),
      reps: small(cells[11], context),
      lapses: small(cells[12], context),
      left: small(cells[13], context),
      odue: small(cells[14], context),
      odid: cells[15] === 0 ? 0 : context.decks.of(cells[15]),
      flags: small(cells[16], context),
      data: data.text,
    };
  },
};

export const revlogTable: Table<AnkiReview> = {
  name: "revlog",
  columns: ["id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type"],
  select: ["id", idColumn("cid"), "usn", "ease", "ivl", "lastIvl", "factor", "time", "type"],
  order: "id",
  row(cells, context) {
    const id = cells[0];
    // A review is known by its moment.
    if (typeof id !== "number" || id < 1 || id > context.now + 86_400_000) return null;
    return {
      id,
      cid: context.cards.of(cells[1]),
      usn: small(cells[2], context),
      ease: small(cells[3], context),
      ivl: small(cells[4], context),
      lastIvl: small(cells[5], context),
      factor: small(cells[6], context),
      time: small(cells[7], context),
      type: small(cells[8], context),
    };
  },
};

export const gravesTable: Table<AnkiGrave> = {
  name: "graves",
  columns: ["usn", "oid", "type"],
  select: ["usn", "oid", "type"],
  order: "oid, type",
  row: (cells, context) => ({
    usn: small(cells[0], context),
    oid: large(cells[1], context),
    type: small(cells[2], context),
  }),
};
