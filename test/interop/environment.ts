// A Python environment of our own with the real Anki in it, made once a machine in the app's cache folder.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { say } from "../../.scripts/root.mjs";
import { abandoned } from "../../.scripts/standIn.mjs";

export type Found = { python: string } | { reason: string };

const anki = "26.09.3";
const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "mneme", `anki-${anki}-r1`);
const inside = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];

/** Finds the environment or makes it; says loudly if that cannot be done. */
export function findAnki(): Found {
  const made = existsSync(join(folder, ".complete")) ? { python: join(folder, ...inside) } : make();
  if ("reason" in made) say(`\nNOT COMPARED with the real Anki: ${made.reason}\n`);
  return made;
}

/** Several processes may do so at the same time: the last step is one rename. */
function make(): Found {
  const base = ["python3", "python"].find(
    (name) => run(name, ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]) === null,
  );
  if (!base) return { reason: "no Python of version 3.9 or later was found." };
  mkdirSync(dirname(folder), { recursive: true });
  for (const left of abandoned(readdirSync(dirname(folder)))) rmSync(join(dirname(folder), left), { recursive: true });
  const work = mkdtempSync(`${folder}.tmp-${process.pid}-`);
  try {
    say(`Fetching Anki ${anki} from the Python package index, to compare with (once) …`);
    const failed =
      run(base, ["-m", "venv", work]) ??
      run(join(work, ...inside), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `anki==${anki}`]) ??
      run(join(work, ...inside), ["-c", "import anki.collection"]);
    if (failed !== null) return { reason: `${failed}.` };
    writeFileSync(join(work, ".complete"), `anki ${anki}\n`);
    try {
      renameSync(work, folder);
    } catch (error) {
      if (!existsSync(join(folder, ".complete"))) throw error; // another process was first, and its result is as good
    }
    return { python: join(folder, ...inside) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Null if it went well, else why not, in a line. */
function run(command: string, args: string[]): string | null {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8", timeout: 600_000 });
  if (status === 0) return null;
  const lines = (stderr ?? "").trim().split("\n");
  return `${basename(command)} ${args.slice(0, 2).join(" ")} failed: ${error?.message ?? lines.at(-1) ?? ""}`;
}
