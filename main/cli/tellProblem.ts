/** One problem on stderr. The line of a text is written so that an editor can go there. */
export function tellProblem(file: string, place: string, say: string): void {
  const line = /^line (\d+)$/.exec(place)?.[1];
  console.error(line ? `${file}:${line}: ${say}` : `${file}: ${place ? `${place}: ` : ""}${say}`);
}
