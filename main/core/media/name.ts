/** As Anki allows it, so that a name goes out again as it came. In UTF-8. */
const longest = 120;

// Unassigned characters and lone surrogates too: no file system keeps them alike.
const dropped = /[[\]<>:"/?*^\\|]|\p{Cc}|\p{Cn}|\p{Cs}/gu;
const device = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|$)/i;

/** A name that every system can keep in a folder, as near to the given one as can be. `ending` is for a name without one. */
export function safeName(name: string, ending: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/\u00a0/g, " ")
    .replace(dropped, "");
  const [stem, last] = split(plain.replace(device, "$&_"));
  return shorten(stem || "file", last || `.${ending}`);
}

/**
 * A name out of a package, as every system can keep it: Anki's own rule, by which a name of Anki stays as it is. Null for what is no
 * single name: a path, a drive, nothing.
 */
export function givenName(name: string): string | null {
  if (/[/\\\0]|^[A-Za-z]:|^\.{0,2}$/.test(name)) return null;
  const plain = name
    .normalize("NFC")
    .replace(/\u00a0/g, " ")
    .replace(dropped, "")
    .replace(device, "$&_")
    .replace(/[ .]$/, "$&_");
  if (plain === "") return null;
  return bytesOf(plain) <= longest ? plain : shorten(...split(plain));
}

/** The name, told apart by the content that it stands for. `mark` is part of a hash. */
export function distinct(name: string, mark: string): string {
  const [stem, ending] = split(name);
  return shorten(stem, `-${mark}${ending}`);
}

/** A stem, and an ending with its dot; an ending is short, or it is part of the name. */
function split(name: string): [stem: string, ending: string] {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  return [name.slice(0, name.length - ending.length), ending];
}

function shorten(stem: string, ending: string): string {
  let room = longest - bytesOf(ending);
  let kept = "";
  for (const character of stem) {
    room -= bytesOf(character);
    if (room < 0) break;
    kept += character;
  }
  return kept + ending;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
