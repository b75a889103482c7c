import type { AnkiCol, AnkiCollection } from "../../core/codec/anki/collection.ts";
import type { ParcelProblem } from "../../core/parcel/parcel.ts";
import type { Progress } from "../format.ts";
import { type Mended, numberOf, textOf } from "./cells.ts";
import { type Database, guarded, rows, tableIn } from "./database.ts";
import { type Ids, ids } from "./ids.ts";
import { objectIn } from "./json.ts";
import type { Pace } from "./pace.ts";
import { damaged, Refusal } from "./refusal.ts";
import { renumbered } from "./renumber.ts";
import { cardsTable, gravesTable, notesTable, type RowContext, revlogTable, type Table } from "./rowsOf.ts";
import { textsOf } from "./texts.ts";

/** A day from now: ids are moments, and clocks go wrong. */
const slack = 86_400_000;

const perBreath = 5000;

/** Reads all of an Anki collection, and says what had to be mended. `now` is in epoch milliseconds. Throws a Refusal. */
export async function readCollection(
  database: Database,
  place: string,
  given: { now: number; pace: Pace },
): Promise<{ anki: AnkiCollection; problems: ParcelProblem[] }> {
  const problems: ParcelProblem[] = [];
  const from = tableIn(database, place);
  const { schema, col } = guarded(place, () => {
    const head = readCol(database, from, place);
    const texts = textsOf({ database, place, from, problems }, head.schema, head.col);
    return { schema: head.schema, col: { ...head.col, ...texts } };
  });
  const context = contextOf(database, given.now, col, problems);
  Object.assign(col, renumbered(col, context.noteTypes, context.decks));
  const read = async <Row>(table: Table<Row>, stage: Progress["stage"]) => {
    const total = guarded(place, () =>
      Number([...rows(database, `SELECT count(*) FROM ${from(table.name, table.columns)}`)][0]?.[0] ?? 0),
    );
    return readRows(database, from, table, context, (done) => given.pace.tell({ stage, done, total }), place);
  };
  const notes = await read(notesTable, "notes");
  const cards = await read(cardsTable, "cards");
  const revlog = await read(revlogTable, "reviews");
  const graves = await read(gravesTable, "reviews");
  tellMended(problems, context, [notes, cards, revlog]);
  return {
    anki: { schema, col, notes: notes.rows, cards: cards.rows, revlog: revlog.rows, graves: graves.rows },
    problems,
  };
}

function readCol(
  database: Database,
  from: ReturnType<typeof tableIn>,
  place: string,
): { schema: number; col: AnkiCol } {
  const numbers = ["crt", "mod", "scm", "dty", "usn", "ls"] as const;
  const texts = ["conf", "models", "decks", "dconf", "tags"] as const;
  const select = [...numbers, ...texts.map((text) => `cast(${text} AS blob)`), "ver"];
  const found = [
    ...rows(database, `SELECT ${select.join(", ")} FROM ${from("col", [...numbers, ...texts, "ver"])} LIMIT 2`),
  ];
  const [row] = found;
  if (!row || found.length !== 1) throw damaged(place, row ? "it holds two collections" : "its collection is empty");
  const schema = Number(row.at(-1));
  refuseSchema(schema, place);
  const mended: Mended = { numbers: 0, controls: 0 };
  const whole = (n: number) => numberOf(row[n], Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, mended);
  const text = (n: number) => textOf(row[numbers.length + n]).text;
  return {
    schema,
    col: {
      ...{ crt: whole(0), mod: whole(1), scm: whole(2), ver: 11, dty: whole(3), usn: whole(4), ls: whole(5) },
      ...{ conf: text(0), models: text(1), decks: text(2), dconf: text(3), tags: text(4) },
    },
  };
}

function refuseSchema(schema: number, place: string): void {
  if (schema === 11 || (schema >= 14 && schema <= 18 && Number.isInteger(schema))) return;
  const [detail, todo] =
    schema > 18
      ? [
          "it was made by a newer version of Anki than Mneme knows",
          "In Anki, export it with “Support older Anki versions”.",
        ]
      : schema < 11
        ? ["it was made by a version of Anki before 2.0", "Open it in Anki 2.1 and export it from there."]
        : ["it was made by a test version of Anki", "Open it in a current Anki and export it from there."];
  throw new Refusal(`${detail} (schema ${schema})`, place, todo);
}

function contextOf(database: Database, now: number, col: AnkiCol, problems: ParcelProblem[]): RowContext {
  const moments = (table: string) =>
    ids(now + slack, () =>
      Number(
        [...rows(database, `SELECT max(id) FROM main.${table} WHERE id BETWEEN 1 AND ?`, [now + slack])][0]?.[0] ?? 0,
      ),
    );
  const anything = (text: string) => {
    const there = new Set(Object.keys(objectIn(text) ?? {}));
    return ids(
      Number.MAX_SAFE_INTEGER,
      () => now,
      (id) => there.has(String(id)),
    );
  };
  return {
    now,
    notes: moments("notes"),
    cards: moments("cards"),
    noteTypes: anything(col.models),
    decks: anything(col.decks),
    mended: { numbers: 0, controls: 0 },
    garbled: (at, note) =>
      problems.push({
        place: at,
        say: "Some of its text is damaged; unreadable letters became �.",
        weight: "suspicious",
        ...(note === undefined ? {} : { note: String(note) }),
      }),
  };
}

interface Read<Row> {
  rows: Row[];
  left: number;
  name: string;
}

async function readRows<Row>(
  database: Database,
  from: ReturnType<typeof tableIn>,
  table: Table<Row>,
  context: RowContext,
  tell: (done: number) => Promise<void>,
  place: string,
): Promise<Read<Row>> {
  const source = guarded(place, () => from(table.name, table.columns));
  const cursor = rows(database, `SELECT ${table.select.join(", ")} FROM ${source} ORDER BY ${table.order}`);
  const list: Row[] = [];
  let left = 0;
  let done = 0;
  try {
    for (;;) {
      const step = guarded(place, () => cursor.next());
      if (step.done) break;
      const row = table.row(step.value, context);
      if (row === null) left++;
      else list.push(row);
      if (++done % perBreath === 0) await tell(done);
    }
  } finally {
    cursor.return(undefined);
  }
  await tell(done);
  return { rows: list, left, name: table.name };
}

function tellMended(problems: ParcelProblem[], context: RowContext, read: readonly Read<unknown>[]): void {
  const tell = (count: number, place: string, say: string) =>
    count > 0 && problems.push({ place, say: say.replace("#", String(count)), weight: "suspicious" });
  const kinds: [Ids, string][] = [
    [context.notes, "notes"],
    [context.cards, "cards"],
    [context.noteTypes, "note types"],
    [context.decks, "decks"],
  ];
  for (const [given, place] of kinds)
    tell(given.changed(), place, "# of their ids could not be one and were replaced.");
  for (const { left, name } of read) tell(left, name, "# rows had no possible moment and were left out.");
  tell(
    context.mended.numbers,
    "collection",
    "# numbers in its tables were no whole numbers within bounds and were mended.",
  );
  tell(context.mended.controls, "notes", "# texts had invisible control characters, which were taken out.");
}
