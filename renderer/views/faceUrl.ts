/** The document of one side. `typed` is compared with what was expected, on the answer. */
export function faceUrl(face: string, side: "question" | "answer", night: boolean, typed = ""): string {
  const [place = "", query = ""] = face.split("?");
  const compared = side === "answer" && typed.trim() !== "" ? `&typed=${encodeURIComponent(wellFormed(typed))}` : "";
  return `${place}/${side}?${query}${night ? "&night=1" : ""}${compared}${side === "answer" ? "#answer" : ""}`;
}

/** Longer than any answer that is compared; half a character cannot be encoded. */
const wellFormed = (text: string) => text.slice(0, 2_000).replace(/\p{Cs}/gu, "");

/** Whether an event is about this face, whatever side of it. */
export const isOf = (face: string, url: string): boolean => url.startsWith(`${face.split("?", 1)[0]}/`);

/** The side that a URL shows. */
export const sideOf = (url: string): "question" | "answer" => (/\/answer(?:[?#]|$)/.test(url) ? "answer" : "question");
