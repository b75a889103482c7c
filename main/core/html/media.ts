/** Where something that a card shows is to be had. */
export type Place =
  | { kind: "here"; url: string }
  | { kind: "remote"; url: string }
  | { kind: "missing"; name: string }
  /** An address that names neither a file of the collection nor one on the web, such as `data:` or `javascript:`. */
  | { kind: "refused" };

export interface Stock {
  /** Whether the collection has a file of that name. */
  known(name: string): boolean;
  /** Whether the image of that URL was fetched into the collection. */
  fetched(url: string): boolean;
}

/** The address at which the window serves a file of the collection, or one fetched under its URL. */
export const mediaUrl = (name: string): string => `media://file/${encodeURIComponent(wellFormed(name))}`;

/** The name in such an address. */
export const mediaName = (url: string): string => decodeURIComponent(url.slice(mediaUrl("").length));

/** Half a surrogate pair cannot be encoded, and names no file. */
export const wellFormed = (name: string): string =>
  name.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

// As browsers read an address: control characters at its ends and line breaks and tabs within it do not count.
const trimmed = (address: string) => address.replace(/^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]+/g, "");
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const web = /^(?:https?:)?[/\\]{2}/i;

/** Finds a `src` or `url()`. Names occur as they are and percent-encoded, composed and decomposed. */
export function locate(address: string, stock: Stock): Place {
  const said = trimmed(address);
  if (web.test(said)) {
    const url = webUrl(said);
    return stock.fetched(url) ? { kind: "here", url: mediaUrl(url) } : { kind: "remote", url };
  }
  if (scheme.test(said) && !stock.known(said)) return { kind: "refused" };
  const name = names(said).find((one) => stock.known(one));
  return name === undefined ? { kind: "missing", name: decoded(said) } : { kind: "here", url: mediaUrl(name) };
}

const names = (said: string): string[] => {
  const meant = decoded(said);
  return [said, meant, said.normalize("NFC"), meant.normalize("NFC"), meant.normalize("NFD")].filter(Boolean);
};

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const webUrl = (said: string): string => {
  const path = said.replace(web, "");
  return `${/^http:/i.test(said) ? "http" : "https"}://${path}`;
};
