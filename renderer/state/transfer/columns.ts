import type { NoteType, NoteTypeId } from "../../../main/contract/shapes.ts";
import type { ColumnUse } from "../../../main/contract/transfer.ts";

/** The same columns for another note type: a field goes to the one of its name, or else to the one in its place, each to one alone. */
export function remap(
  columns: readonly ColumnUse[],
  types: readonly NoteType[],
  from: NoteTypeId,
  to: NoteTypeId,
): ColumnUse[] {
  const [before, after] = [from, to].map((id) => types.find((type) => type.id === id)?.fields ?? []);
  const taken = new Set<string>();
  return columns.map((use) => {
    if (use.to !== "field") return use;
    const place = before?.findIndex(({ id }) => id === use.field) ?? -1;
    const name = before?.[place]?.name;
    const next = after?.find((field) => field.name === name && !taken.has(field.id)) ?? after?.[place];
    if (!next || taken.has(next.id)) return { to: "nothing" };
    taken.add(next.id);
    return { to: "field", field: next.id };
  });
}

/** With another use of a column; what can be in one column only leaves the one where it was. */
export function use(columns: readonly ColumnUse[], at: number, wanted: ColumnUse): ColumnUse[] {
  const key = (of: ColumnUse) => (of.to === "field" ? `field ${of.field}` : of.to);
  return columns.map((each, i) => {
    if (i === at) return wanted;
    return wanted.to !== "nothing" && key(each) === key(wanted) ? { to: "nothing" } : each;
  });
}
