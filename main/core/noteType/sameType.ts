import type { NoteType } from "../../contract/shapes.ts";

/** Whether two note types say the same, whenever they were changed. Members may be in any order. */
export const sameType = (a: NoteType, b: NoteType): boolean => plain(a) === plain(b);

const plain = (type: NoteType): string =>
  JSON.stringify({ ...type, modified: 0 }, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
