// A window in this process: the real app over a temporary folder, behind the bridge that the preload gives.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanup, render } from "@testing-library/preact";
import { afterEach } from "vitest";
import { createApp as createMain, type App as Main, type World } from "../../main/app.ts";
import type { Bridge, CallName, Events, Input, Value } from "../../main/contract/calls.ts";
import { refusal } from "../../main/contract/dispatch.ts";
import type { Reply } from "../../main/contract/faults.ts";
import type { Offered } from "../../main/contract/transfer.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { welcome } from "../../main/welcome.ts";
import { type App, createApp } from "../../renderer/state/app.ts";
import { Root } from "../../renderer/views/Root.tsx";
import { inProcess } from "../app/inProcess.ts";

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  cleanup();
  while (closing.length > 0) await closing.pop()?.();
});

export interface Opened {
  app: App;
  main: Main;
  /** Where the collection lies; what is exported lies in "exported" there, the folder that is picked is "picked". */
  folder: string;
  /** Moves the clock of the main process and of the window, in milliseconds. */
  pass(ms: number): void;
  /** Cuts the bridge or mends it: while it is cut, every call of the window is rejected, as by a main process that is gone. */
  cut(isCut: boolean): void;
  /** A call past the window, as from another place; throws on a fault. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Value<N>>;
}

/** Runs what waits in the window for a moment that is near, at once; what waits for seconds never. */
export const soon = (ms: number, run: () => void): void => void (ms < 500 && setTimeout(run));

/** Opens an app with this deck, or with the decks that ship. `after` is how the window waits. */
export async function open(deck?: string, after: typeof soon = () => undefined): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), "mneme-window-"));
  let ms = Date.parse("2026-11-23T18:00:00Z");
  let ids = 0;
  const world: World = {
    now: () => ms++, // no two moments are the same
    zone: () => "Europe/Berlin",
    newId: () => `id-${ids++}`,
    folder,
    version: "1.2.3",
  };
  const store = await openStore(folder, { compact, now: world.now });
  if (deck === undefined) await welcome(store, world);
  const ears = new Set<(event: string, value: unknown) => void>();
  const main = createMain(store, world, {
    fork: inProcess,
    progress: (said) => {
      for (const hear of ears) hear("transfer", said);
    },
    mirror: (view) => {
      for (const hear of ears) hear("mirror", view);
    },
  });
  const files = join(folder, "offered");
  await mkdir(files);
  const attempt = <T,>(work: Promise<T>): Promise<Reply<T>> => work.then((value) => ({ ok: true, value }), refusal);
  let isCut = false;
  const bridge: Bridge = {
    call: (name, input) => {
      if (isCut) return Promise.reject(new Error("no answer"));
      if (name === "pickFiles") return attempt(pick()) as never;
      if (name !== "exportFile") return main.call(name, input) as never;
      return attempt(main.exportTo((input as Input<"exportFile">).spec, join(folder, "exported"))) as never;
    },
    on: <E extends keyof Events>(event: E, listener: (value: Events[E]) => void) => {
      const hear = (name: string, value: unknown) => name === event && listener(value as Events[E]);
      ears.add(hear);
      return () => void ears.delete(hear);
    },
    offer: (dropped) => attempt(Promise.all((dropped as readonly File[]).map(place))),
  };
  /** Who is asked for a folder picks one that is empty. */
  async function pick(): Promise<Offered[]> {
    await mkdir(join(folder, "picked"), { recursive: true });
    return [await main.offer(join(folder, "picked"))];
  }
  /** Files that are dropped lie somewhere. */
  async function place(file: File): Promise<Offered> {
    await writeFile(join(files, file.name), new Uint8Array(await file.arrayBuffer()));
    return main.offer(join(files, file.name));
  }
  const app = createApp({ bridge, tick: () => ms, after, mac: false });
  closing.push(async () => {
    await main.close();
    await rm(folder, { recursive: true, force: true });
  });
  const opened: Opened = {
    app,
    main,
    folder,
    pass: (more) => {
      ms += more;
    },
    cut: (next) => {
      isCut = next;
    },
    ask: async (name, input) => {
      const reply = await main.call(name, input);
      if (!reply.ok) throw new Error(reply.say);
      return reply.value as Value<typeof name>;
    },
  };
  if (deck) await opened.ask("importDeck", { name: "deck.md", text: deck });
  await app.start();
  return opened;
}

/** The same, painted. */
export async function openWindow(deck?: string, after?: typeof soon) {
  const opened = await open(deck, after);
  const screen = render(<Root app={opened.app} />);
  return { ...opened, ...screen };
}

/** Presses a key where the focus is, as a keyboard does; true if the app took it. */
export function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
  const target = document.activeElement ?? document.body;
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  return !target.dispatchEvent(
    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...modifiers }),
  );
}

/** Writes in a field in place of what is there: as a paste of plain text, which is a plain edit. */
export function write(box: Element | null | undefined, text: string): void {
  if (!(box instanceof HTMLElement)) throw new Error("no field");
  box.focus();
  press("a", { ctrlKey: true });
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  box.dispatchEvent(Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData }));
}

export const kinds = `---
title: Kinds
---

Q: What is the capital of Georgia?
A: Tbilisi
Why: On the Kura.
Id: basic

Q: In which year did the Berlin Wall fall?
Type: nineteen eighty-nine
Id: typed

Cloze: The capital of Armenia is {{c1::Yerevan::a city}}.
Id: cloze

Q: Which of these is a sea?
Right: Caspian
Wrong: Sevan
Wrong: Van
Id: choice
`;
