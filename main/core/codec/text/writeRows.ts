/** One row as a line, by the rules of `parseRows`; without its line end. */
export function writeRow(cells: readonly string[], separator: string): string {
  if (cells.length === 1 && cells[0] === "") return '""';
  return cells.map((cell, i) => (needsQuotes(cell, separator, i === 0) ? quoted(cell) : cell)).join(separator);
}

const needsQuotes = (cell: string, separator: string, isFirst: boolean) =>
  cell.includes('"') ||
  cell.includes("\n") ||
  cell.includes("\r") ||
  cell.includes(separator) ||
  (isFirst && cell.startsWith("#"));

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
