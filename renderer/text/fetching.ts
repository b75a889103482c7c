import type { FetchView } from "../../main/contract/media.ts";
import type { FetchingState } from "../state/fetching.ts";
import { number } from "./numbers.ts";
import { shortTitle } from "./shortTitle.ts";

const images = (n: number): string => (n === 1 ? "1 image" : `${number(n)} images`);

export const fetching = {
  title(state: FetchingState, n: number, deck: readonly string[]): string {
    const name = shortTitle(deck.join(" › "));
    if (state === "asking") return `Fetch ${images(n)} for ${name}?`;
    return state === "running" ? `Fetching images for ${name}` : `Images for ${name}`;
  },
  nothing: "All images of this deck are here already.",
  hosts: "Mneme asks these hosts. They learn your address, and that someone has these cards:",
  host: (n: number): string => images(n),
  once: "What comes in stays in your collection, so nobody is asked twice. The notes stay as they are.",
  fetch: "Fetch",
  cancel: "Not now",
  stop: "Stop",
  again: "Try again",
  close: "Close",
  progress: (done: number, total: number): string => `${number(done)} of ${number(total)}`,
  progressLabel: "Images asked for",
  /** What it came to. `done` came in; what is neither done nor failed was not asked for, since the person stopped. */
  came({ done, total, failed }: FetchView): string {
    const came =
      done === 0 ? "No image came in." : done === 1 ? "1 image is here now." : `${images(done)} are here now.`;
    if (done === total) return came;
    const stopped = done + failed.length < total ? ["You stopped before the rest was asked for."] : [];
    return [came, ...stopped, "The cards stay as they are, and can be studied without."].join(" ");
  },
  failed: (n: number): string => `${images(n)} could not be fetched:`,
  /** Those of one host that failed for one reason, told together; one by itself by its whole address. */
  failures(failed: FetchView["failed"]): { of: string; count: string; why: string }[] {
    const groups = new Map<string, { url: string; why: string; n: number }>();
    for (const { url, why } of failed) {
      const key = `${hostOf(url)} ${why}`;
      groups.set(key, { url, why, n: (groups.get(key)?.n ?? 0) + 1 });
    }
    return [...groups.values()].map(({ url, why, n }) =>
      n > 1 ? { of: hostOf(url), count: images(n), why: `${why}.` } : { of: url, count: "", why: `${why}.` },
    );
  },
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
