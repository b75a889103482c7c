import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Events } from "../../../main/contract/calls.ts";
import type { Api } from "../../../renderer/api.ts";
import { createProgress } from "../../../renderer/state/transfer/progress.ts";
import { createRehearsal } from "../../../renderer/state/transfer/rehearsal.ts";
import { only } from "../../../renderer/ui/grid/selection.ts";
import { open } from "../open.tsx";

const many = `---\ntitle: Many\n---\n\n${Array.from({ length: 650 }, (_, i) => `Q: Question ${i}\nA: ${i}`).join("\n\n")}\n`;

async function rehearsed() {
  const { app, main } = await open("");
  const path = join(await mkdtemp(join(tmpdir(), "many-")), "many.md");
  await writeFile(path, many);
  const timers: (() => void)[] = [];
  const calls: string[] = [];
  const api: Api = {
    ...app.api,
    call: (name, input) => {
      calls.push(name);
      return app.api.call(name, input);
    },
  };
  const file = createRehearsal(api, (_, run) => void timers.push(run), await main.offer(path));
  await file.read();
  const settle = () => new Promise((done) => setTimeout(done, 50));
  return { file, timers, calls, settle };
}

describe("a rehearsal", () => {
  it("reads the rows that are looked at, and each page once", async () => {
    const { file, calls, settle } = await rehearsed();
    expect(file.rows.count.value).toBe(650);
    expect(file.rows.at(0)?.title).toBe("Question 0");
    expect(file.rows.at(649)).toBeUndefined();
    const before = calls.filter((name) => name === "rehearsalRows").length;
    file.rows.need(630, 650);
    file.rows.need(631, 650);
    await settle();
    expect(file.rows.at(649)?.title).toBe("Question 649");
    expect(calls.filter((name) => name === "rehearsalRows").length).toBe(before + 1);
  });

  it("reads only the note where the keyboard comes to rest", async () => {
    const { file, timers, calls, settle } = await rehearsed();
    await settle();
    const before = calls.filter((name) => name === "rehearsalNote").length;
    for (const position of [1, 2, 3, 4]) file.select(only(position));
    for (const run of timers.splice(0)) run();
    await settle();
    expect(file.note.value?.title).toBe("Question 4");
    expect(calls.filter((name) => name === "rehearsalNote").length).toBe(before + 1);
  });

  it("compares once for several quick changes of the options, and imports nothing until it has", async () => {
    const { file, timers, calls, settle } = await rehearsed();
    for (const deck of ["W", "Wa", "Wat"]) file.set({ deck });
    expect(file.isStale.value).toBe(true);
    expect(await file.commit()).toBeNull();
    for (const run of timers.splice(0)) run();
    await settle();
    expect(calls.filter((name) => name === "rehearseAgain")).toHaveLength(1);
    expect(file.isStale.value).toBe(false);
    expect(file.view.value?.options.deck).toBe("Wat");
  });

  it("that is stopped says so, and can be read again", async () => {
    const { file } = await rehearsed();
    const reading = file.read();
    await file.stop();
    await reading;
    expect(file.state.value).toBe("refused");
    expect(file.trouble.value).toContain("Stopped. Nothing was changed.");
    await file.read();
    expect(file.state.value).toBe("ready");
  });
});

it("how far it has come is told once it takes a while, and only of the task itself", async () => {
  const timers: (() => void)[] = [];
  let say = (_: Events["transfer"]) => {};
  const api = {
    on: (_: string, listener: typeof say) => {
      say = listener;
      return () => {};
    },
  } as unknown as Api;
  const { shown, during } = createProgress(api, (_, run) => void timers.push(run));
  let end = (_: string) => {};
  const running = during("x", () => new Promise<string>((done) => (end = done)));
  say({ of: "x", stage: "notes", done: 5, total: 10 });
  expect(shown.value).toBeNull();
  timers[0]?.();
  expect(shown.value).toEqual({ of: "x", stage: "notes", done: 5, total: 10 });
  say({ of: "another", stage: "notes", done: 1, total: 2 });
  expect(shown.value?.done).toBe(5);
  end("done");
  expect(await running).toBe("done");
  expect(shown.value).toBeNull();
});
