import type { Element } from "hast";
import { type Draft, found } from "./draft.ts";
import { mediaName, type Place } from "./media.ts";
import { addSound, element, remark } from "./pieces.ts";

const films = /\.(?:mp4|m4v|webm|ogv|mov|mkv|avi|mpe?g)$/i;

/** A picture of the collection, or a line that says why there is none. */
export function image(node: Element, draft: Draft): Element {
  const { src, alt } = node.properties;
  const place = found(draft, String(src ?? ""));
  if (place.kind === "here") {
    node.properties.src = place.url;
    return node;
  }
  const said = typeof alt === "string" ? alt.trim() : "";
  return absent(place, said, "Picture");
}

/** A player that shows its controls, since no script could press play. It waits for the person, whatever the author wanted. */
export function player(node: Element, draft: Draft): Element {
  const { poster, autoPlay, ...properties } = node.properties;
  const sources = node.children.map((child) => (child.type === "element" ? child.properties.src : undefined));
  const addresses = [properties.src, ...sources].filter((address) => typeof address === "string");
  const places = addresses.map((address) => found(draft, address));
  const here = places.find(({ kind }) => kind === "here");
  if (here?.kind !== "here") return absent(places[0] ?? { kind: "refused" }, "", "Recording");
  const shown = typeof poster === "string" ? found(draft, poster) : null;
  const framed = shown?.kind === "here" ? { poster: shown.url } : {};
  return {
    ...node,
    properties: { ...properties, ...framed, src: here.url, controls: true, preload: "metadata" },
    children: [],
  };
}

/** What `[sound:…]` becomes: a button, or for a film its player. */
export function sound(said: string, draft: Draft): Element {
  const place = found(draft, said);
  if (place.kind !== "here") return absent(place, "", "Recording");
  const name = mediaName(place.url);
  if (films.test(name)) return element("video", { src: place.url, controls: true, preload: "metadata" });
  return addSound(draft, { kind: "file", name }, `Play ${name}`);
}

function absent(place: Place, said: string, what: string): Element {
  switch (place.kind) {
    case "remote": {
      const host = place.url.split(/[/?#]+/)[1] ?? "";
      return remark("remote-image", said || `${what} from ${host}, not loaded`);
    }
    case "missing":
      return remark("missing-media", place.name ? `${place.name} is missing` : said || `${what} without a name`);
    default:
      return remark("missing-media", said || `${what} that is no file of the collection, not shown`);
  }
}
