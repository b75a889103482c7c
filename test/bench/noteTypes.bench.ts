// Figures of editing note types at 100,000 notes: what a draft would do, as it is typed, and the type of all of them changed.
import { expect, it } from "vitest";
import { isFault } from "../../main/contract/faults.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import { changeType, changeTypeView } from "../../main/core/noteType/changeType.ts";
import { draftView } from "../../main/core/noteType/draft.ts";
import { addTemplate } from "../../main/core/noteType/editTemplates.ts";
import { collectionWith } from "../core/collections.ts";

it("100,000 notes", () => {
  const collection = collectionWith(new Array(100_000).fill("basic"));
  const timed = <T>(work: () => T): [T, string] => {
    const start = performance.now();
    const value = work();
    return [value, `${(performance.now() - start).toFixed(0)} ms`];
  };
  const draft = addTemplate(stockTypes.basic, 1);
  if (isFault(draft)) throw new Error(draft.code);
  const [view, telling] = timed(() => draftView(collection, draft));
  expect(view.effects.appear).toBe(100_000);
  const [, style] = timed(() => draftView(collection, { ...stockTypes.basic, css: "b{}" }));
  const wish = { notes: [...collection.notes.keys()], to: "reversed", mapping: null };
  const [, asking] = timed(() => changeTypeView(collection, wish));
  const [change, changing] = timed(() => changeType(collection, wish, 1));
  expect("code" in change).toBe(false);
  console.log(
    `what a new card would do: ${telling}; a new style: ${style}; what another type would do: ${asking}; changing it: ${changing}`,
  );
});
