import { afterEach, beforeEach, expect, it } from "vitest";
import type { CallName, Input } from "../../main/contract/calls.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
const ask = <N extends CallName>(name: N, input: Input<N>) => app.ask(name, input);

beforeEach(async () => {
  app = await opened("2026-11-23T18:00:00Z");
});
afterEach(() => app.end());

const deck = async () => (await ask("decks", {}))[0]?.id ?? "";

it("makes, sets, gives and deletes a preset, each a step that undo takes back", async () => {
  const id = await deck();
  const before = await ask("presets", {});
  const { preset } = await ask("createPreset", { name: "Calm", from: null, deck: id });
  await ask("savePreset", { preset, changes: { newPerDay: 3, bury: { fresh: false } } });
  expect((await ask("presets", {})).at(-1)).toMatchObject({
    name: "Calm",
    newPerDay: 3,
    bury: { fresh: false, reviews: true, interday: true },
    changed: ["newPerDay", "bury"],
    decks: [{ id }],
  });
  await ask("deletePreset", { preset });
  expect(await ask("presets", {})).toEqual(before);
  const undone = [];
  for (let i = 0; i < 3; i++) undone.push((await ask("undo", {})).done);
  expect(undone).toEqual([
    { op: "preset", what: "Calm: deleted" },
    { op: "preset", what: "Calm: new cards a day, burying siblings" },
    { op: "preset", what: expect.stringMatching(/^Calm: new, for /) },
  ]);
  expect(await ask("presets", {})).toEqual(before);
});

it("keeps a deck's own limits, and those of today until the day is over, also after a restart", async () => {
  const id = await deck();
  await ask("saveDeckOptions", { deck: id, newPerDay: 4, desiredRetention: 0.85, today: { newPerDay: 1 } });
  await app.reopen();
  expect(await ask("deckOptions", { deck: id })).toMatchObject({
    ...{ preset: "default", newPerDay: 4, reviewsPerDay: null, desiredRetention: 0.85 },
    today: { newPerDay: 1, reviewsPerDay: null },
  });
  app.clock.ms += 86_400_000;
  expect((await ask("deckOptions", { deck: id })).today.newPerDay).toBeNull();
});

it("is refused what no preset can be, and nothing is changed", async () => {
  const before = await ask("presets", {});
  for (const changes of [
    { desiredRetention: 0.5 },
    { weights: "1, 2, 3" },
    { learningSteps: "soon" },
    { newPerDay: -1 },
  ]) {
    const reply = await app.call("savePreset", { preset: "default", changes });
    expect(reply).toMatchObject({ ok: false, fault: { code: "badSetting" } });
  }
  expect(await app.call("savePreset", { preset: "nobody", changes: {} })).toMatchObject({ fault: { code: "gone" } });
  expect(await ask("presets", {})).toEqual(before);
});
