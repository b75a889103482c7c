/** One entry of a log of Mnemosyne: what it is about, and what it says by name. */
export interface Entry {
  kind: number;
  id: string;
  values: ReadonlyMap<string, string>;
}

/** Kinds of entries that a file of cards holds. */
export const kinds = { card: 6, tag: 10, media: 13, fact: 16, view: 20, type: 22 } as const;

export const numberIn = ({ values }: Entry, name: string, otherwise: number): number => {
  const written = values.get(name)?.trim() ?? "";
  const number = written === "" ? Number.NaN : Number(written);
  return Number.isFinite(number) ? number : otherwise;
};

export const textIn = ({ values }: Entry, name: string): string => values.get(name) ?? "";
