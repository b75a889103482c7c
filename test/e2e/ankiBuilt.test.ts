// Reading a package in the process that the built app has for it: the libraries that are not JavaScript are found there.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { standardLimits } from "../../main/transfer/format.ts";
import type { FromProcess } from "../../main/transfer/messages.ts";
import { ankiCollection, ankiPackage, generations } from "../fixtures/ankiFiles.ts";
import { png } from "./framed.ts";
import { temporaryFolder } from "./launch.ts";

const transfer = resolve(import.meta.dirname, "../../out/main/transfer.js");

it.each(generations)("the built process reads generation %s", async (generation) => {
  const folder = temporaryFolder();
  await mkdir(join(folder, "data"));
  const path = join(folder, "x.apkg");
  await writeFile(
    path,
    await ankiPackage(generation, ankiCollection(), [["a.png", Buffer.from(png(2, 2, [1, 2, 3]))]]),
  );
  const child = fork(transfer, { stdio: "pipe", serialization: "advanced" });
  try {
    const input = { id: "r", path, name: "x.apkg", options: null };
    child.send({ begin: { folder: join(folder, "data"), limits: standardLimits } });
    child.send({ request: { n: 1, ask: "rehearse", input, now: Date.UTC(2026, 10, 25), zone: "UTC" } });
    for (;;) {
      const [message] = (await once(child, "message")) as [FromProcess];
      if (!("n" in message)) continue;
      expect(message).toMatchObject({ value: { counts: { new: 2 }, cards: 2, reviews: 1, media: { files: 1 } } });
      break;
    }
  } finally {
    child.kill();
  }
});
