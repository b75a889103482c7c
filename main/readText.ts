import { Failure } from "./contract/faults.ts";

/**
 * The text of a file, by its byte order mark, else UTF-8. Any other encoding would come in as garbage without a word, so it
 * throws a Failure that says what to do.
 */
export function readText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Failure({ code: "file", detail: "it is not UTF-8 text; save it as UTF-8 and try again" });
  }
}
