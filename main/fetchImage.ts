import { lookup as resolve } from "node:dns";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSafe } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { imageType } from "./core/media/remote.ts";

/** Bytes: a photograph is smaller. */
const largest = 20_000_000;
/** Milliseconds for one image, redirects included. */
const patience = 15_000;
const mostRedirects = 5;

/** Why an image was not fetched, as a sentence without its end. */
export class NotFetched extends Error {}

interface Limits {
  /** Whether an address may be connected to. It is asked for the very address that is then used, after each redirect anew. */
  allowed(address: string): boolean;
  signal: AbortSignal;
}

/** Fetches one image from the web. Throws `NotFetched`. */
export async function fetchImage(address: string, { allowed, signal }: Limits): Promise<Uint8Array> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  try {
    let url = webUrl(address);
    for (let i = 0; i <= mostRedirects; i++) {
      const response = await ask(url, allowed, limit);
      const next = response.headers.location;
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400 && next) {
        response.destroy();
        url = webUrl(next, url);
      } else if (status === 200) return await image(response);
      else {
        response.destroy();
        throw new NotFetched(`${url.host} answered with ${status}`);
      }
    }
    throw new NotFetched("it was sent from one address to the next too often");
  } catch (error) {
    if (error instanceof NotFetched) throw error;
    if (signal.aborted) throw new NotFetched("it was stopped");
    if (limit.aborted) throw new NotFetched("there was no answer in time");
    throw new NotFetched(reasonOf(error));
  }
}

function webUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) throw new NotFetched("its address is none of the web");
  url.username = "";
  url.password = "";
  return url;
}

function ask(url: URL, allowed: Limits["allowed"], signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A number is connected to without being looked up.
  if (isIP(host) && !allowed(host)) throw new NotFetched("its address lies in a private network");
  const guarded: LookupFunction = (name, options, answer) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      if (!addresses.every((each) => allowed(each.address)))
        return answer(new NotFetched("its address lies in a private network"), []);
      if (options.all) answer(null, addresses);
      else answer(null, addresses[0]?.address ?? "", addresses[0]?.family);
    });
  };
  const request = url.protocol === "https:" ? requestSafe : requestPlain;
  return new Promise((done, fail) => {
    const headers = { accept: "image/*", "accept-encoding": "identity", "user-agent": "Mneme" };
    request(url, { lookup: guarded, signal, headers, agent: false }, done).on("error", fail).end();
  });
}

async function image(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largest) throw new NotFetched("it is larger than 20 MB");
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  if (imageType(bytes) === null) throw new NotFetched("it is no image");
  return bytes;
}

const reasons: Record<string, string> = {
  ENOTFOUND: "the host was not found; perhaps there is no connection, or it is gone",
  EAI_AGAIN: "there is no connection",
  ECONNREFUSED: "the host does not answer",
  ECONNRESET: "the host broke off",
  ENETUNREACH: "there is no connection",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code || "the connection failed");
}
