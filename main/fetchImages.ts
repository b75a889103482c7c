import type { FetchView } from "./contract/media.ts";
import type { FetchedImage } from "./core/media/remote.ts";
import { fetchImage, NotFetched } from "./fetchImage.ts";

/** So many are fetched at once. */
const abreast = 4;

export interface Fetching {
  allowed(address: string): boolean;
  signal: AbortSignal;
  /** Keeps the bytes; their hash. */
  put(bytes: Uint8Array): Promise<string>;
  now(): number;
  progress(view: FetchView): void;
}

/** Fetches images, a few at a time; what could not be fetched is told and keeps nothing else from coming in. */
export async function fetchImages(
  urls: readonly string[],
  { allowed, signal, put, now, progress }: Fetching,
): Promise<{ images: FetchedImage[]; view: FetchView }> {
  const images: FetchedImage[] = [];
  const view: FetchView = { done: 0, total: urls.length, failed: [] };
  const left = [...urls];
  const work = async () => {
    for (let url = left.shift(); url !== undefined && !signal.aborted; url = left.shift()) {
      try {
        const bytes = await fetchImage(url, { allowed, signal });
        images.push({ url, bytes, hash: await put(bytes), at: now() });
      } catch (error) {
        if (!(error instanceof NotFetched)) throw error;
        if (!signal.aborted) view.failed.push({ url, why: error.message });
      }
      view.done += 1;
      progress(view);
    }
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return { images, view: { ...view, done: images.length } };
}
