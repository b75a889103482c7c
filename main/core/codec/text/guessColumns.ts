import type { NoteType } from "../../../contract/shapes.ts";
import type { ColumnUse } from "../../../contract/transfer.ts";
import { type Part, partsNamed, plainName } from "./columnNames.ts";
import { contentOf, isCount, isDecks, isGuids, isTags } from "./contentOf.ts";
import type { Header } from "./header.ts";

interface Given {
  type: NoteType;
  width: number;
  header: Header;
  /** "" for a column without one. */
  names: readonly string[];
  /** The first rows, without that of names. */
  rows: readonly (readonly string[])[];
  isType(name: string): boolean;
}

/** Which field of a type plays a part: of ours by its id, of others the first two by their place. */
const fieldFor = (type: NoteType, part: Part): string | undefined => {
  const ids: Partial<Record<Part, string>> = {
    front: "Front",
    back: "Back",
    extra: "Extra",
    source: "Source",
    right: "Right",
    wrong: "Wrong",
    text: "Text",
  };
  const id = ids[part];
  if (id !== undefined && type.fields.some((field) => field.id === id)) return id;
  if (part === "back" && type.stock === "choice") return "Right";
  if (part === "front" || part === "text") return type.fields[0]?.id;
  return part === "back" && type.kind === "standard" ? type.fields[1]?.id : undefined;
};

/** What each column of a table is: as the file's header says, else by its name, else by what is in it, else by its place. */
export function guessColumns({ type, width, header, names, rows, isType }: Given): ColumnUse[] {
  const uses = new Array<ColumnUse | null>(width).fill(null);
  const taken = new Set<string>();
  const put = (column: number, use: ColumnUse): void => {
    const key = use.to === "field" ? `field ${use.field}` : use.to;
    if (uses[column] !== null || (use.to !== "nothing" && taken.has(key))) return;
    taken.add(key);
    uses[column] = use;
  };
  const free = () => uses.flatMap((use, column) => (use === null ? [column] : []));

  if (header.guidColumn !== undefined) put(header.guidColumn, { to: "guid" });
  if (header.typeColumn !== undefined) put(header.typeColumn, { to: "type" });
  if (header.deckColumn !== undefined) put(header.deckColumn, { to: "deck" });
  if (header.tagsColumn !== undefined) put(header.tagsColumn, { to: "tags" });

  // With a column of note types fields go by their place, since each type has its own.
  if (header.typeColumn === undefined) {
    for (const column of free()) {
      const field = type.fields.find(({ name }) => plainName(name) === plainName(names[column] ?? ""));
      if (field && (names[column] ?? "") !== "") put(column, { to: "field", field: field.id });
    }
    for (const column of free()) {
      for (const part of partsNamed(names[column] ?? "")) {
        if (part === "type" && contentOf(rows, column).filled.some(isType)) put(column, { to: "type" });
        if (part === "tags" || part === "deck" || part === "guid") put(column, { to: part });
        const field = fieldFor(type, part);
        if (field !== undefined) put(column, { to: "field", field });
      }
    }
    byContent(free(), put, rows, type, taken);
  }
  const fields = type.fields.filter(({ id }) => !taken.has(`field ${id}`));
  for (const [i, column] of free().entries()) {
    const field = fields[i];
    put(column, field ? { to: "field", field: field.id } : { to: "nothing" });
  }
  return uses.map((use) => use ?? { to: "nothing" });
}

/** Columns that are no field by what is in them. Those that a card needs are left alone. */
function byContent(
  free: readonly number[],
  put: (column: number, use: ColumnUse) => void,
  rows: readonly (readonly string[])[],
  type: NoteType,
  taken: ReadonlySet<string>,
) {
  const needed = type.fields.slice(0, type.kind === "cloze" ? 1 : 2);
  let missing = needed.filter(({ id }) => !taken.has(`field ${id}`)).length;
  let left = free.length;
  for (const column of free) {
    const content = contentOf(rows, column);
    const isSpare = left-- > missing;
    if (isSpare && isGuids(content)) put(column, { to: "guid" });
    else if (isSpare && column === 0 && isCount(content)) put(column, { to: "nothing" });
    else if (isSpare && isDecks(content)) put(column, { to: "deck" });
    else if (missing === 0 && isTags(content)) put(column, { to: "tags" });
    else if (missing > 0) missing--;
  }
}
