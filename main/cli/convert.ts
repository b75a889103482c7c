import { randomUUID } from "node:crypto";
import { mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { clock, zone } from "../clock.ts";
import { formats } from "../core/parcel/formats.ts";
import { forkNode } from "../forkNode.ts";
import { transferScript } from "../open.ts";
import { refusedFile } from "../refusedFile.ts";
import { unlessMissing } from "../store/reason.ts";
import { inWords } from "../transfer/inWords.ts";
import type { Converted } from "../transfer/messages.ts";
import { Transfers } from "../transfers.ts";
import { count, type Flags, type LoneCommand } from "./command.ts";
import { exportFlags, specOf } from "./exportFile.ts";
import { tellProblem } from "./tellProblem.ts";

export const convertCommand: LoneCommand = {
  usage: "convert IN OUT [--format F] [--no-schedule] [--no-presets] [--no-media] [--older] [--plain]",
  does: "any format into any other; your own collection is not opened",
  args: [2, 2],
  flags: exportFlags,
  async runAlone([from = "", to = ""], flags) {
    const done = await convert(from, to, flags);
    for (const { place, say } of done.problems) tellProblem(from, place, say);
    const held = [
      count(done.notes, "note", "notes"),
      count(done.cards, "card", "cards"),
      count(done.reviews, "answer", "answers"),
    ];
    return [`${to}: ${held.join(", ")} from ${formats[done.from].name}`, ...done.losses].join("\n");
  },
};

async function convert(from: string, path: string, flags: Flags): Promise<Converted> {
  const spec = specOf({ of: "all" }, path, flags);
  const now = clock(process.env.MNEME_CLOCK);
  const there = await inWords("write", () => unlessMissing(stat(path)));
  const target = there ? await realpath(path) : path;
  const fresh = `${target}.${randomUUID()}.tmp`;
  const scratch = await mkdtemp(join(tmpdir(), "mneme-convert-"));
  const transfers = new Transfers({ fork: forkNode(transferScript()) }, () => ({ ms: now(), zone: zone() }));
  const stop = () => void transfers.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const process = await transfers.begin({
      of: "convert",
      folder: null,
      fault: (overrun) => refusedFile(basename(from), overrun),
      clear: () => rm(fresh, { recursive: true, force: true }),
    });
    return await process.ask("convert", { from, name: basename(from), scratch, spec, path: target, fresh });
  } finally {
    await transfers.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
