/** What the cards of a deck would show from the web. Nothing of it is fetched unasked. */
export interface RemoteView {
  /** The path of the deck, outermost first. */
  deck: string[];
  urls: string[];
  /** Who would be asked, and for how many; the most first. */
  hosts: { host: string; count: number }[];
}

/** How far fetching has come, or what it came to. */
export interface FetchView {
  done: number;
  total: number;
  /** Those that could not be fetched, with the reason in words. */
  failed: { url: string; why: string }[];
}
