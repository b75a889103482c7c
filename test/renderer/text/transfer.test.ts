import { expect, it } from "vitest";
import type { FormatId } from "../../../main/contract/shapes.ts";
import type { RehearsalView, Verdict } from "../../../main/contract/transfer.ts";
import { formats } from "../../../main/core/parcel/formats.ts";
import { exportFormats } from "../../../renderer/state/transfer/formats.ts";
import { bytes, formatName } from "../../../renderer/text/formats.ts";
import { importing, verdictOrder } from "../../../renderer/text/importing.ts";
import { imports } from "../../../renderer/text/imports.ts";

it("calls formats what the core calls them, and offers those that are written", () => {
  const ids = Object.keys(formats) as FormatId[];
  for (const id of ids) expect(formatName(id)).toBe(formats[id].name);
  expect([...exportFormats].sort()).toEqual(ids.filter((id) => formats[id].writes).sort());
});

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_000, "1 kB"],
  [123_456, "123.5 kB"],
  [3_400_000, "3.4 MB"],
  [8_600_000_000, "8.6 GB"],
])("tells %i bytes as %s", (n, text) => {
  expect(bytes(n)).toBe(text);
});

const counts = (some: Partial<Record<Verdict, number>>) =>
  ({ counts: { ...Object.fromEntries(verdictOrder.map((each) => [each, 0])), ...some } }) as RehearsalView;

it.each([
  [{ new: 1 }, "1 new note."],
  [{ new: 1_200, changed: 3, conflict: 1 }, "1,200 new notes, 3 changed and 1 conflict."],
  [{ conflict: 2, broken: 4, suspicious: 1 }, "2 conflicts, 1 to look at and 4 broken."],
  [{ same: 7, kept: 1 }, "Everything in it is here already."],
  [{}, "There is no note in it."],
])("says what a file would bring: %j", (some, text) => {
  expect(importing.headline(counts(some))).toBe(text);
});

it("says before a removal what goes, what goes back and what stays", () => {
  expect(imports.goes(1)).toBe("1 note goes, with its cards and reviews.");
  expect(imports.back(0)).toBe("");
  expect(imports.back(2)).toBe("2 notes that were updated go back to what they were.");
  expect(imports.stays(1)).toBe("1 note stays: it was changed or studied since.");
  expect(imports.along(1, 0)).toBe("1 empty deck goes along.");
  expect(imports.along(1, 12)).toBe("1 empty deck and 12 media files go along.");
});
