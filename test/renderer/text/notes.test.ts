import { expect, it } from "vitest";
import type { ImportView } from "../../../main/contract/views.ts";
import { imported } from "../../../renderer/text/notes.ts";

const view = (some: Partial<ImportView>): ImportView => ({
  ...{ decks: ["Rivers"], added: 0, changed: 0, same: 0, problems: [] },
  ...some,
});
const problems = [{ line: 3, cause: "no answer" }];

it.each([
  [view({ added: 2 }), "2 notes added."],
  [view({ added: 1, changed: 2, same: 3 }), "1 note added, 2 notes updated and 3 notes already here."],
  [view({ problems }), "Nothing came in."],
])("sums up what came in: %j", (of, headline) => expect(imported.headline(of)).toBe(headline));

it("says that the rest came in only if there was a rest", () => {
  expect(imported.problems(view({ same: 1, problems }))).toContain("The rest came in");
  expect(imported.problems(view({ problems }))).toBe(
    "1 place could not be understood. Nothing was changed; mend the file and import it again.",
  );
});

it("tells of several files in one line", () => {
  const files = [
    { name: "a.md", view: view({ added: 2 }), say: null },
    { name: "b.md", view: null, say: "That file could not be used." },
  ];
  expect(imported.brief(files)).toBe("a.md: 2 notes added. That file could not be used.");
});
