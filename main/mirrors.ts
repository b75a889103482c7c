import { mkdir, readdir, readFile, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import * as v from "valibot";
import { Failure, type Fault, sentence } from "./contract/faults.ts";
import type { DeckId, Records } from "./contract/shapes.ts";
import type { MirrorView, Offered } from "./contract/transfer.ts";
import { common, type MirrorFiles, readMirror, still } from "./mirrorFiles.ts";
import type { OfferedFiles } from "./offered.ts";
import { reason, unlessMissing } from "./store/reason.ts";
import { replace } from "./store/replace.ts";
import type { Store } from "./store/store.ts";
import type { Merged } from "./transfer/format.ts";
import { inWords } from "./transfer/inWords.ts";
import { hashAt, hashOf } from "./transfer/mirroring.ts";
import type { Overrun } from "./transferProcess.ts";
import type { Transfers } from "./transfers.ts";

const shape = v.array(
  v.object({
    deck: v.string(),
    path: v.string(),
    files: v.record(v.string(), v.string()),
    merged: v.optional(v.record(v.string(), v.string()), {}),
    looked: v.optional(v.string(), ""),
  }),
);
type Stored = v.InferOutput<typeof shape>[number];

/**
 * Files by name with hashes of their contents. `files`: as they were written last; `merged`: texts that somebody added, as they came in.
 * `now`: what others did there, as one hash ("" nothing); `looked`: that which the person looked at last; `told`: the view as it was told.
 */
interface Mirror extends Stored {
  state: MirrorView["state"];
  say: string;
  now: string;
  told: string;
  watcher: FSWatcher | null;
}

/** Milliseconds without another change, after which a mirror is written; and for which a file must be still to be read. */
const pause = 1_500;
const stillness = 700;

interface Means {
  store: Store;
  transfers: Transfers;
  offered: OfferedFiles;
  tell(view: MirrorView): void;
}

/**
 * Decks that are kept as Markdown in folders as well. Which ones is written in a file of its own beside the collection: a path is of this
 * computer, no part of what is backed up or taken back. Notes that change are written there; what others change there is offered as
 * an import, never applied and never overwritten.
 */
export class Mirrors {
  readonly #means: Means;
  readonly #file: string;
  readonly #loaded: Promise<void>;
  readonly #begun = new Map<string, { mirror: Mirror } & MirrorFiles>();
  #mirrors: Mirror[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(means: Means) {
    this.#means = means;
    this.#file = join(means.store.folder, "mirrors.json");
    this.#loaded = this.#load();
    means.store.onCommit((records) => this.#changed(records));
  }

  async list(): Promise<MirrorView[]> {
    await this.#loaded;
    // What was in the way may have gone.
    if (!this.#timer && this.#mirrors.some(({ state }) => state === "trouble")) this.#soon();
    return this.#mirrors.map((mirror) => this.#view(mirror));
  }

  #view({ deck, path, state, say, now, looked }: Mirror): MirrorView {
    const name = this.#means.store.collection.decks.get(deck)?.name ?? "";
    return { deck, name, folder: basename(path), state, say, news: now !== "" && now !== looked };
  }

  /** Throws the faults `gone` and `file`. */
  async add(deck: DeckId, given: string): Promise<MirrorView[]> {
    await this.#loaded;
    if (!this.#means.store.collection.decks.has(deck)) throw new Failure({ code: "gone", detail: "deck" });
    const refused = (detail: string) => new Failure({ code: "file", detail });
    if (this.#mirrors.some((each) => each.deck === deck)) throw refused("this deck has a folder already");
    await inWords("write", () => mkdir(given, { recursive: true }));
    const path = await realpath(given);
    const within = (a: string, b: string) => `${a}/`.startsWith(`${b}/`);
    if (this.#mirrors.some((each) => within(each.path, path) || within(path, each.path)))
      throw refused("another deck is kept there already");
    const names = await inWords("read", () => readdir(path));
    if (names.some((name) => !name.startsWith("."))) throw refused("the folder is not empty");
    const mirror: Mirror = { ...fresh, deck, path, files: {}, merged: {}, looked: "" };
    this.#mirrors.push(mirror);
    await this.#inTurn(() => this.#write(mirror));
    this.#watch(mirror);
    return this.list();
  }

  async remove(deck: DeckId): Promise<MirrorView[]> {
    await this.#loaded;
    const gone = this.#mirrors.filter((each) => each.deck === deck);
    this.#mirrors = this.#mirrors.filter((each) => each.deck !== deck);
    await Promise.all(gone.map(({ watcher }) => watcher?.close()));
    await this.#inTurn(() => this.#save());
    return this.list();
  }

  /** Throws the faults `gone` and `file`. */
  async offer(deck: DeckId): Promise<Offered> {
    await this.#loaded;
    const mirror = this.#mirrors.find((each) => each.deck === deck);
    if (!mirror) throw new Failure({ code: "gone", detail: "deck" });
    return this.#means.offered.offer(mirror.path);
  }

  /**
   * A rehearsal of that file or folder begins. Not null if it is a mirror: that is merged as it lies there now. Texts that came in
   * before are not read again as they are: their notes may stand in the files that Mneme writes by now.
   */
  async begin(rehearsal: string, path: string): Promise<Merged | null> {
    await this.#loaded;
    const real = await unlessMissing(realpath(path));
    const mirror = this.#mirrors.find((each) => each.path === real);
    if (!mirror) return null;
    const there = await still(mirror);
    this.#begun.set(rehearsal, { mirror, ...there });
    const same = Object.keys(common(there.added, mirror.merged));
    return { same, changed: Object.keys(there.added).filter((name) => name in mirror.merged && !same.includes(name)) };
  }

  /** The rehearsal has read it: the person sees what is there. What was written meanwhile may have been read by halves, and is not known. */
  async read(rehearsal: string): Promise<void> {
    const begun = this.#begun.get(rehearsal);
    if (!begun) return;
    const { mirror } = begun;
    const later = await readMirror(mirror).catch(() => nothing);
    this.#begun.set(rehearsal, {
      mirror,
      files: common(begun.files, later.files),
      added: common(begun.added, later.added),
    });
    mirror.looked = mirror.now;
    this.#tell(mirror);
    await this.#inTurn(() => this.#save());
  }

  /** The rehearsal was committed: what it saw may be written over from now on. */
  merged(rehearsal: string): void {
    const begun = this.#begun.get(rehearsal);
    this.#begun.delete(rehearsal);
    if (!begun) return;
    begun.mirror.files = begun.files;
    begun.mirror.merged = begun.added;
    this.#soon();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#loaded;
    await Promise.all(this.#mirrors.map(({ watcher }) => watcher?.close()));
    await this.#work;
  }

  async #load(): Promise<void> {
    const text = await unlessMissing(readFile(this.#file, "utf8")).catch(() => null);
    const known = v.safeParse(shape, parsed(text ?? "[]"));
    if (!known.success) return;
    for (const each of known.output) this.#mirrors.push({ ...fresh, ...each });
    if (this.#mirrors.length === 0) return;
    for (const mirror of this.#mirrors) this.#watch(mirror);
    this.#soon();
  }

  #changed(records: Records | null): void {
    const isText = !records || ofText.some((table) => records[table]);
    if (!isText || this.#mirrors.length === 0) return;
    for (const mirror of this.#mirrors) if (mirror.state === "same") mirror.state = "behind";
    this.#soon();
  }

  /** All mirrors are looked at once nothing has changed for a while. */
  #soon(): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const mirror of this.#mirrors) void this.#inTurn(() => this.#write(mirror));
    }, pause);
    this.#timer.unref?.();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => {});
    return done;
  }

  /** Throws nothing: what keeps a mirror from being written is its state. */
  async #write(mirror: Mirror): Promise<void> {
    const { deck, path, files } = mirror;
    if (this.#closed || !this.#mirrors.includes(mirror)) return;
    const { store, transfers } = this.#means;
    const name = `mirror ${deck}`;
    try {
      const process = await transfers.begin({
        ...{ of: name, folder: store.folder, fault: overrun },
        clear: async () => {},
      });
      const done = await transfers.busily(() => process.ask("mirror", { deck, path, files }));
      mirror.files = done.files;
      const { added } = await readMirror(mirror);
      const news = Object.entries(added).filter(([name, hash]) => mirror.merged[name] !== hash);
      const changed = await Promise.all(done.outside.map(async (name) => [name, await hashAt(path, name)]));
      mirror.now = news.length + changed.length > 0 ? hashOf(JSON.stringify([changed, news])) : "";
      const names = [...done.outside, ...news.map(([name]) => name)];
      // Whoever followed a folder that was gone follows nothing.
      if (mirror.state === "trouble") this.#watch(mirror);
      mirror.state = done.outside.length > 0 ? "outside" : "same";
      mirror.say = names.length > 0 ? `Changed there: ${names.slice(0, 5).join(", ")}.` : "";
      await this.#save();
      this.#tell(mirror);
    } catch (error) {
      mirror.state = "trouble";
      mirror.say = error instanceof Failure ? sentence(error.fault) : reason(error);
      this.#tell(mirror);
    } finally {
      await transfers.end(name);
    }
  }

  /** Once for what it is like now. */
  #tell(mirror: Mirror): void {
    const view = this.#view(mirror);
    const told = JSON.stringify([view, mirror.now]);
    if (told === mirror.told || !this.#mirrors.includes(mirror)) return;
    mirror.told = told;
    this.#means.tell(view);
  }

  #watch(mirror: Mirror): void {
    void mirror.watcher?.close();
    mirror.watcher = watch(mirror.path, {
      ignored: (path) => basename(path).startsWith(".") && path !== mirror.path,
      ...{ followSymlinks: false, ignoreInitial: true, ignorePermissionErrors: true },
      awaitWriteFinish: { stabilityThreshold: stillness, pollInterval: 100 },
    });
    // What came before it was ready was no news to it.
    const look = () => this.#soon();
    mirror.watcher
      .on("ready", look)
      .on("all", look)
      .on("error", () => {});
  }

  async #save(): Promise<void> {
    const kept = this.#mirrors.map(({ deck, path, files, merged, looked }) => ({ deck, path, files, merged, looked }));
    await replace(this.#file, `${JSON.stringify(kept, null, 1)}\n`);
  }
}

/** Of a folder that went away. */
const nothing: MirrorFiles = { files: {}, added: {} };

const fresh = { state: "behind", say: "", now: "", told: "", watcher: null } as const;

/** What stands in a mirror; cards, reviews and days do not. */
const ofText = ["decks", "noteTypes", "notes", "media", "presets"] as const;

const overrun = (why: Overrun): Fault => ({ code: "file", detail: `writing the folder did not end well (${why})` });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
