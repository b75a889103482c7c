import { mkdir, readdir, readFile, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import * as v from "valibot";
import { Failure, type Fault } from "./contract/faults.ts";
import type { DeckId, Records } from "./contract/shapes.ts";
import type { MirrorView, Offered } from "./contract/transfer.ts";
import type { OfferedFiles } from "./offered.ts";
import { unlessMissing } from "./store/reason.ts";
import { replace } from "./store/replace.ts";
import type { Store } from "./store/store.ts";
import { inWords } from "./transfer/inWords.ts";
import { hashAt } from "./transfer/mirroring.ts";
import type { Overrun } from "./transferProcess.ts";
import type { Transfers } from "./transfers.ts";

const shape = v.array(
  v.object({
    deck: v.string(),
    path: v.string(),
    files: v.record(v.string(), v.string()),
    offered: v.optional(v.string(), ""),
  }),
);
type Stored = v.InferOutput<typeof shape>[number];

/** `offered`: files as they were when somebody changed them and that was offered. */
interface Mirror extends Stored {
  state: MirrorView["state"];
  say: string;
  watcher: FSWatcher | null;
}

/** Milliseconds without another change, after which a mirror is written; and for which a file must be still to be read. */
const pause = 1_500;
const stillness = 700;

interface Means {
  store: Store;
  transfers: Transfers;
  offered: OfferedFiles;
  outside(offered: Offered): void;
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
  readonly #begun = new Map<string, { mirror: Mirror; files: Record<string, string> }>();
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
    const { decks } = this.#means.store.collection;
    return this.#mirrors.map(({ deck, path, state, say }) => ({
      ...{ deck, name: decks.get(deck)?.name ?? "", folder: basename(path), state, say },
    }));
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
    const mirror: Mirror = { deck, path, files: {}, state: "behind", say: "", offered: "", watcher: null };
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

  /** A rehearsal of that file or folder begins. Whether it is a mirror: it is merged as it lies there now. */
  async begin(rehearsal: string, path: string): Promise<boolean> {
    await this.#loaded;
    const real = await unlessMissing(realpath(path));
    const mirror = this.#mirrors.find((each) => each.path === real);
    if (!mirror) return false;
    this.#begun.set(rehearsal, { mirror, files: await hashes(mirror) });
    return true;
  }

  /** The rehearsal was committed: what it saw may be written over from now on. */
  merged(rehearsal: string): void {
    const begun = this.#begun.get(rehearsal);
    this.#begun.delete(rehearsal);
    if (!begun) return;
    begun.mirror.files = begun.files;
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
    for (const each of known.output) this.#mirrors.push({ ...each, state: "behind", say: "", watcher: null });
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
      mirror.state = done.outside.length > 0 ? "outside" : "same";
      mirror.say = done.outside.length > 0 ? `Changed there: ${done.outside.slice(0, 5).join(", ")}.` : "";
      if (done.outside.length > 0 || (await strangers(mirror)).length > 0) await this.#offer(mirror);
      await this.#save();
    } catch (error) {
      mirror.state = "trouble";
      mirror.say = error instanceof Error ? error.message : String(error);
    } finally {
      await transfers.end(name);
    }
  }

  /** Once for what it is like now. */
  async #offer(mirror: Mirror): Promise<void> {
    const now = JSON.stringify([await hashes(mirror), await strangers(mirror)]);
    if (now === mirror.offered) return;
    mirror.offered = now;
    this.#means.outside(await this.#means.offered.offer(mirror.path));
  }

  #watch(mirror: Mirror): void {
    mirror.watcher = watch(mirror.path, {
      ignored: (path) => basename(path).startsWith(".") && path !== mirror.path,
      ...{ followSymlinks: false, ignoreInitial: true, ignorePermissionErrors: true },
      awaitWriteFinish: { stabilityThreshold: stillness, pollInterval: 100 },
    });
    mirror.watcher.on("all", () => this.#soon()).on("error", () => {});
  }

  async #save(): Promise<void> {
    const kept = this.#mirrors.map(({ deck, path, files, offered }) => ({ deck, path, files, offered }));
    await replace(this.#file, `${JSON.stringify(kept, null, 1)}\n`);
  }
}

/** What stands in a mirror; cards, reviews and days do not. */
const ofText = ["decks", "noteTypes", "notes", "media", "presets"] as const;

const overrun = (why: Overrun): Fault => ({ code: "file", detail: `writing the folder did not end well (${why})` });

async function hashes({ path, files }: Mirror): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const name of Object.keys(files)) {
    const hash = await hashAt(path, name);
    if (hash !== null) found.push([name, hash]);
  }
  return Object.fromEntries(found);
}

/** Texts that somebody added, with what is in them. */
async function strangers({ path, files }: Mirror): Promise<[string, string | null][]> {
  const names = await readdir(path, { recursive: true });
  const added = names.filter(
    (name) => /\.(?:md|markdown)$/i.test(name) && !(name in files) && !/(?:^|[/\\])\./.test(name),
  );
  return Promise.all(added.map(async (name): Promise<[string, string | null]> => [name, await hashAt(path, name)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
