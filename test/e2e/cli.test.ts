// The command line, as built, in plain Node.
import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "./launch.ts";

const cli = resolve(import.meta.dirname, "../../out/main/cli.js");
let data: string;
beforeEach(() => {
  data = temporaryFolder();
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function mneme(
  args: string[],
  { stdin = "", env = {} }: { stdin?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, MNEME_DATA: data, ...env } });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdin.end(stdin);
  return new Promise((done) => child.once("close", (code) => done({ code, out, err })));
}

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
    expect((await mneme(["import", file])).out).toMatch(/: 0 added, 0 changed, \d+ as they were, 0 left out/);
    await writeFile(file, `${text}\nQ: A question without an answer\n`);
    const lame = await mneme(["import", file]);
    expect(lame).toMatchObject({ code: 0, out: expect.stringMatching(/1 left out/) });
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

  it("says in one sentence that the folder or the clock cannot be used", async () => {
    await writeFile(join(data, "file"), "");
    for (const env of [{ MNEME_DATA: join(data, "file", "inside") }, { MNEME_CLOCK: "soon" }]) {
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
});
