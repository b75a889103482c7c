const newline = 10;

/**
 * The lines of a stream of bytes, as UTF-8 without their ends; the last one counts without an end too. In the place of a
 * line of more than `most` bytes comes null, and what was read of it is let go as it comes.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<string | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const keep = (part: Uint8Array) => {
    size += part.length;
    if (size > most) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const end = () => {
    const line = size > most ? null : Buffer.concat(parts).toString("utf8").replace(/\r$/, "");
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, at));
      yield end();
      start = at + 1;
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield end();
}
