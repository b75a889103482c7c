export interface Column {
  id: string;
  text: string;
  /** CSS pixels. */
  width: number;
  /** Numbers stand at the end of their cells. */
  numeric?: boolean;
  sortable?: boolean;
  /** Its texts are names within names; these words stand between them. */
  path?: string;
}

const narrowest = 48;
const widest = 1_200;

export const fitting = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

/** What `grid-template-columns` is to be: each as wide as it was made; the last takes what is left. */
export const template = (columns: readonly Column[]): string =>
  columns.map(({ width }, i) => (i === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`)).join(" ");

/** CSS pixels that all columns take at least. */
export const least = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** The list with the element at `from` moved to stand at `to`. */
export function reorder<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.filter((_, i) => i !== from);
  const moved = list.slice(from, from + 1);
  return [...rest.slice(0, to), ...moved, ...rest.slice(to)];
}
