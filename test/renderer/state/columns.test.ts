import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NoteType } from "../../../main/contract/shapes.ts";
import type { ColumnUse } from "../../../main/contract/transfer.ts";
import { remap, use } from "../../../renderer/state/transfer/columns.ts";

const key = (of: ColumnUse) => (of.to === "field" ? `field ${of.field}` : of.to);
const isUnique = (columns: readonly ColumnUse[]) => {
  const keys = columns.map(key).filter((each) => each !== "nothing");
  return new Set(keys).size === keys.length;
};

const type = (id: string, names: readonly string[]) =>
  ({ id, fields: names.map((name) => ({ id: `${id} ${name}`, name })) }) as unknown as NoteType;
const anyNames = fc.uniqueArray(fc.constantFrom("Front", "Back", "Extra", "Text", "Why"), { minLength: 1 });
const anyUse = fc.oneof(
  anyNames.map((names): ColumnUse => ({ to: "field", field: `a ${names[0]}` })),
  fc.constantFrom<ColumnUse>({ to: "tags" }, { to: "deck" }, { to: "guid" }, { to: "type" }, { to: "nothing" }),
);
const anyColumns = fc.uniqueArray(anyUse, { selector: key, minLength: 1 });

describe("columns of a table", () => {
  it("give each field and role to one of them, whatever is chosen", () => {
    fc.assert(
      fc.property(anyColumns, fc.nat(), anyUse, (columns, at, wanted) => {
        const place = at % columns.length;
        const next = use(columns, place, wanted);
        expect(next).toHaveLength(columns.length);
        expect(next[place]).toEqual(wanted);
        expect(isUnique(next)).toBe(true);
      }),
    );
  });

  it("keep what they are for another note type: by name, or else by place, never two for one field", () => {
    fc.assert(
      fc.property(anyColumns, anyNames, anyNames, (columns, before, after) => {
        const next = remap(columns, [type("a", before), type("b", after)], "a", "b");
        expect(next).toHaveLength(columns.length);
        expect(isUnique(next)).toBe(true);
        const fields = new Set(after.map((name) => `b ${name}`));
        for (const [i, each] of next.entries()) {
          if (each.to === "field") expect(fields).toContain(each.field);
          else if (columns[i]?.to !== "field") expect(each).toEqual(columns[i]);
        }
      }),
    );
  });

  it("go to the field of the same name", () => {
    const types = [type("a", ["Front", "Back"]), type("b", ["Back", "Front"])];
    const columns: ColumnUse[] = [{ to: "field", field: "a Front" }, { to: "tags" }, { to: "field", field: "a Back" }];
    expect(remap(columns, types, "a", "b")).toEqual([
      { to: "field", field: "b Front" },
      { to: "tags" },
      { to: "field", field: "b Back" },
    ]);
  });
});
