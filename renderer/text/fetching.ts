import { number } from "./numbers.ts";
import { shortTitle } from "./shortTitle.ts";

const images = (n: number): string => (n === 1 ? "1 image" : `${number(n)} images`);

export const fetching = {
  title: (n: number, deck: readonly string[]): string => `Fetch ${images(n)} for ${shortTitle(deck.join(" › "))}?`,
  nothing: "All images of this deck are here already.",
  hosts: "Mneme asks these hosts. They learn your address, and that someone has these cards:",
  host: (n: number): string => images(n),
  once: "What comes in stays in your collection, so nobody is asked twice. The notes stay as they are.",
  fetch: "Fetch",
  cancel: "Not now",
  stop: "Stop",
  close: "Close",
  progress: (done: number, total: number): string => `${number(done)} of ${number(total)}`,
  progressLabel: "Images asked for",
  fetched: (n: number): string =>
    n === 0 ? "Nothing came in." : n === 1 ? "1 image is here now." : `${number(n)} images are here now.`,
  failed: (n: number): string => (n === 1 ? "1 could not be fetched:" : `${number(n)} could not be fetched:`),
  why: (url: string, why: string): string => `${url}: ${why}.`,
};
