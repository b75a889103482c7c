// Writing an asar archive: two nested Chromium pickles around a JSON header, then the files one after another.
// Layout: https://github.com/electron/asar#format

/** @typedef {{ size: number, offset: string }} File */
/** @typedef {{ files: Record<string, File | Folder> }} Folder */

/**
 * @param {Map<string, Buffer>} files by path with forward slashes
 * @returns {Buffer}
 */
export function asar(files) {
  /** @type {Folder} */
  const top = { files: {} };
  let offset = 0;
  for (const [path, body] of files) {
    const names = path.split("/");
    const last = names.pop() ?? path;
    folder(top, names).files[last] = { size: body.length, offset: String(offset) };
    offset += body.length;
  }
  const json = Buffer.from(JSON.stringify(top));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...files.values()]);
}

/** @param {Folder} top @param {string[]} names */
function folder(top, names) {
  let here = top;
  for (const name of names) {
    const next = here.files[name] ?? { files: {} };
    if (!("files" in next)) throw new Error(`${name} is a file and a folder`);
    here.files[name] = next;
    here = next;
  }
  return here;
}
