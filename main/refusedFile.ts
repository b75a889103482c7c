import type { Fault } from "./contract/faults.ts";
import type { Overrun } from "./transferProcess.ts";

/** What it means for a file that the process which read it had to be ended. */
export function refusedFile(file: string, overrun: Overrun): Fault {
  const details: Record<Overrun, [detail: string, todo: string]> = {
    memory: [
      "reading it takes more memory than a file may have",
      "Split it into smaller decks where it comes from, then try again.",
    ],
    time: ["reading it takes far too long", "Split it into smaller decks where it comes from, then try again."],
    crash: ["reading it came to a sudden end", "If it opens elsewhere, export it there once more and try that file."],
  };
  const [detail, todo] = details[overrun];
  return { code: "package", file, place: "", detail, todo };
}
