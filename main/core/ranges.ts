/** A number that a person may set. `name` begins a sentence about it. */
export interface Range {
  least: number;
  most: number;
  whole: boolean;
  name: string;
}

/** Why a number is none of that range; null if it is one, or absent. */
export function outOfRange(value: number | undefined, { least, most, whole, name }: Range): string | null {
  if (value === undefined) return null;
  if (!Number.isFinite(value) || value < least || value > most) return `${name} must be from ${least} to ${most}`;
  return whole && !Number.isInteger(value) ? `${name} must be a whole number` : null;
}

/** The first of some numbers that is out of its range: the cause. */
export function firstOutOfRange<K extends string>(
  values: { readonly [N in NoInfer<K>]?: number | null | undefined },
  ranges: Readonly<Record<K, Range>>,
): string | null {
  for (const name of Object.keys(ranges) as K[]) {
    const cause = outOfRange(values[name] ?? undefined, ranges[name]);
    if (cause) return cause;
  }
  return null;
}
