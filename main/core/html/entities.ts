import { decodeNamedCharacterReference } from "decode-named-character-reference";

// The longest name is CounterClockwiseContourIntegral.
const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g;

/** What the character references in a text stand for; what stands for nothing stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return decodeNamedCharacterReference(name) || whole;
    return character(hex ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
  });
}

function character(code: number): string | null {
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? null : String.fromCodePoint(code);
}

/** A text as HTML that shows it, within an element or between double quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A text as the value of an attribute in which no filter can find anything to change. */
export const encodeAttribute = (text: string): string =>
  text.replace(
    /[^A-Za-z0-9\u0080-\uffff]/g,
    (sign) => named[sign] ?? `&#x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")};`,
  );

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
