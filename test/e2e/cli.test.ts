// The command line, as built, in plain Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "./launch.ts";
import { cli, type Ended, type Options, run } from "./terminal.ts";

let data: string;
beforeEach(() => {
  data = temporaryFolder();
});

const mneme = (args: string[], options?: Options): Promise<Ended> =>
  run(data, process.execPath, [cli, ...args], options);

describe("commands", () => {
  it("due, decks and check tell how things are", async () => {
    expect(await mneme(["due"])).toEqual({
      code: 0,
      out: expect.stringMatching(/^0 due, 20 new, about \d+ min\n$/),
      err: "",
    });
    expect((await mneme(["decks"])).out).toMatch(/^How Mneme works\t\d+ cards\t0 due\t\d+ new$/m);
    expect(await mneme(["check"])).toMatchObject({ code: 0, out: expect.stringMatching(/^All well/), err: "" });
  });

  it("export and import take a deck round, mistakes named by line", async () => {
    const file = join(data, "deck.md");
    expect(await mneme(["export", "How Mneme works", file])).toMatchObject({ code: 0, err: "" });
    const text = await readFile(file, "utf8");
    expect(text).toMatch(/^---\ntitle: How Mneme works\n/);
    expect((await mneme(["import", file])).out).toMatch(/: 0 added, 0 changed, \d+ as they were\n$/);
    await writeFile(file, `${text}\nQ: A question without an answer\n`);
    const lame = await mneme(["import", file]);
    expect(lame).toMatchObject({ code: 0, out: expect.stringMatching(/as they were, 1 left out\n$/) });
    expect(lame.err).toMatch(new RegExp(`deck\\.md:${text.split("\n").length + 1}: `));
  });

  it.each([
    [["--help"], 0],
    [[], 0],
    [["fly"], 2],
    [["import"], 2],
    [["due", "now"], 2],
    [["import", "/nowhere/deck.md"], 1],
    [["export", "No such deck", "-"], 1],
  ])("%j ends with code %d", async (args, code) => {
    const { err, out, ...ended } = await mneme(args);
    expect(ended.code).toBe(code);
    if (code === 0) expect(out).toMatch(/serve/);
    else expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("import ends with 1 when nothing came in, and says where each mistake is", async () => {
    const file = join(data, "bad.md");
    await writeFile(file, "Q: One without an answer\n\nQ: And another\n");
    const { code, out, err } = await mneme(["import", file]);
    expect([code, out]).toEqual([1, ""]);
    const said = err.trim().split("\n");
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/bad\.md:1: /);
    expect(said[2]).toMatch(/^Nothing came in/);
  });

  it("export says that there is no such deck, and how to find the right name", async () => {
    const file = join(data, "deck.md");
    const { code, err } = await mneme(["export", "How Mneme work", file]);
    expect(code).toBe(1);
    expect(err).toMatch(/no deck named “How Mneme work”.*decks lists them/);
    expect(existsSync(file)).toBe(false);
  });

  it("export keeps the old file when the new one finds no room", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "deck.md");
    await mneme(["due"]);
    await writeFile(file, "the old deck");
    // No file may grow beyond 512 bytes.
    const shell = 'ulimit -f 1; exec "$0" "$@"';
    const { code, err } = await run(data, "sh", [
      "-c",
      shell,
      process.execPath,
      cli,
      "export",
      "How Mneme works",
      file,
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^That file could not be used: it would be larger/);
    expect(await readFile(file, "utf8")).toBe("the old deck");
    expect(await readdir(folder)).toEqual(["deck.md"]);
  });

  it.each([
    [["import", "main"], /no deck in this folder/],
    [["import", "/nowhere/deck.md"], /there is no such file/],
    [["export", "--format", "markdown", "How Mneme works", "."], /it is a folder/],
    [["export", "How Mneme works", "/nowhere/deck.md"], /there is no such folder/],
  ])("%j fails in plain words", async (args, words) => {
    const { code, err } = await mneme(args);
    expect(code).toBe(1);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/E[A-Z]{4}/);
  });

  it("check ends with 1 and one sentence when something was found, at opening too", async () => {
    await mneme(["due"]);
    const [name = ""] = await readdir(join(data, "collection", "log"));
    for (const copy of ["log", "mirror"]) {
      const path = join(data, "collection", copy, name);
      const bytes = await readFile(path);
      bytes.write("#", Math.floor(bytes.length / 2));
      await writeFile(path, bytes);
    }
    await writeFile(join(data, "collection", "progress.json"), "not JSON at all");
    for (const gone of [false, true]) {
      const { code, out, err } = await mneme(["check"]);
      expect([code, out]).toEqual([1, ""]);
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(err).toMatch(/^Not all is well: .*damaged line/);
      // The snapshot is set aside at the first opening, and told then.
      if (gone) expect(err).not.toMatch(/progress/);
      else expect(err).toMatch(/progress/);
    }
  });

  it("says in one sentence that the folder or the clock cannot be used", async () => {
    await writeFile(join(data, "file"), "");
    for (const env of [{ MNEME_DATA: join(data, "file", "inside") }, { MNEME_CLOCK: "soon" }, { MNEME_CLOCK: "5" }]) {
      const { code, err } = await mneme(["due"], { env });
      expect(code).toBe(1);
      expect(err).toMatch(/Nothing was changed/);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });

  it("goes on when the snapshot is no JSON, and keeps the odd file", async () => {
    await mneme(["due"]);
    await mkdir(join(data, "collection"), { recursive: true });
    await writeFile(join(data, "collection", "progress.json"), "not JSON at all");
    const { code, out } = await mneme(["due"]);
    expect(code).toBe(0);
    expect(out).toMatch(/20 new/);
  });
});

describe("serve", () => {
  const lines = (...calls: unknown[]) =>
    `${calls.map((call) => (typeof call === "string" ? call : JSON.stringify(call))).join("\n")}\n`;
  const parse = (out: string) =>
    out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  it("answers every line in order, good or bad, and goes on", async () => {
    const { code, out } = await mneme(["serve"], {
      stdin: lines(
        { id: 1, call: "today", input: {} },
        "{oops",
        { id: 2, call: "fly" },
        { id: 3, call: "study", input: { deck: 7 } },
        "",
        "[]",
        "null",
        {
          id: "x",
          call: "settings",
          input: {},
        },
      ),
    });
    expect(code).toBe(0);
    const replies = parse(out);
    expect(replies.map(({ id, ok }) => [id, ok])).toEqual([
      [1, true],
      [null, false],
      [2, false],
      [3, false],
      [null, false],
      [null, false],
      ["x", true],
    ]);
    for (const { ok, say } of replies) if (!ok) expect(say).toMatch(/Nothing was changed/);
  });

  it("reads the log of reviews in a thread of its own when a search asks for it", async () => {
    const { out } = await mneme(["serve"], {
      stdin: lines({
        id: 1,
        call: "browse",
        input: { query: "rated:7:3", mode: "cards", sort: { column: "sortField", down: false } },
      }),
    });
    expect(parse(out)[0]).toMatchObject({ ok: true, value: { count: expect.any(Number) } });
  });

  it("has an answer on disk before it says so", async () => {
    const child = spawn(process.execPath, [cli, "serve"], {
      env: { ...process.env, MNEME_DATA: data },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const replies = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    const ask = async (call: string, input: unknown) => {
      child.stdin.write(lines({ id: 1, call, input }));
      let text = "";
      while (!text.endsWith("\n")) text += (await replies.next()).value;
      return JSON.parse(text).value;
    };
    const { ahead } = await ask("study", { deck: null });
    await ask("answer", { card: ahead[0].card, seen: ahead[0].seen, grade: 3, tookMs: 900 });
    child.kill("SIGKILL");
    await new Promise((done) => child.once("close", done));
    const { out } = await mneme(["serve"], {
      stdin: lines({ id: 1, call: "cardInfo", input: { card: ahead[0].card } }),
    });
    expect(parse(out)[0].value.reps).toBe(1);
  });

  it("refuses to share the data with another Mneme", async () => {
    const first = spawn(process.execPath, [cli, "serve"], { env: { ...process.env, MNEME_DATA: data } });
    first.stdin.write(lines({ id: 1, call: "today", input: {} }));
    await new Promise((done) => first.stdout.once("data", done));
    const second = await mneme(["due"]);
    first.stdin.end();
    await new Promise((done) => first.once("close", done));
    expect(second).toMatchObject({ code: 1, err: expect.stringMatching(/already open/) });
    expect((await mneme(["due"])).code).toBe(0);
  });

  const begun = (args: string[] = []) =>
    spawn(process.execPath, [...args, cli, "serve"], { env: { ...process.env, MNEME_DATA: data } });
  const lock = () => existsSync(join(data, "collection", "lock"));

  it.each(["SIGTERM", "SIGINT"] as const)(
    "closes in good order at %s: the call under way answered, the lock gone",
    async (signal) => {
      const child = begun();
      let out = "";
      child.stdout.on("data", (text) => {
        out += text;
      });
      child.stdin.write(lines(...Array.from({ length: 200 }, (_, i) => ({ id: i, call: "check" }))));
      await expect.poll(() => out, { interval: 1 }).toMatch(/"id":0/);
      expect(lock()).toBe(true);
      child.kill(signal);
      const code = await new Promise((done) => child.once("close", done));
      expect([code, lock()]).toEqual([0, false]);
      expect(out.endsWith("\n")).toBe(true);
      const replies = parse(out);
      expect(replies.map(({ id }) => id)).toEqual(replies.map((_, i) => i));
      expect(replies.length).toBeLessThan(200);
    },
  );

  it("ends without a word when nobody reads its replies any more", async () => {
    const child = begun();
    let err = "";
    child.stderr.on("data", (text) => {
      err += text;
    });
    child.stdin.on("error", () => {});
    child.stdin.write(lines({ id: 1, call: "today" }));
    await new Promise((done) => child.stdout.once("data", done));
    child.stdout.destroy();
    child.stdin.write(lines({ id: 2, call: "decks" }, { id: 3, call: "decks" }));
    const code = await new Promise((done) => child.once("close", done));
    expect([code, err, lock()]).toEqual([0, "", false]);
  });

  it("refuses a line beyond 60 MB without keeping it, and goes on", { timeout: 60_000 }, async () => {
    const child = begun(["--max-old-space-size=64"]);
    let out = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    const piece = Buffer.alloc(1_000_000, "x");
    for (let i = 0; i < 300; i++)
      if (!child.stdin.write(piece)) await new Promise((done) => child.stdin.once("drain", done));
    const { VmHWM = "0" } = Object.fromEntries(
      (await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => ""))
        .split("\n")
        .map((line) => line.split(":\t")),
    );
    child.stdin.end(lines("", { id: 1, call: "today" }));
    await new Promise((done) => child.once("close", done));
    expect(parse(out)).toMatchObject([
      { id: null, ok: false, say: expect.stringMatching(/60 MB/) },
      { id: 1, ok: true },
    ]);
    expect(Number.parseInt(VmHWM.trim(), 10)).toBeLessThan(280_000); // kB
  });
});
