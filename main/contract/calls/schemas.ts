import * as v from "valibot";

export interface Call<Input, Reply> {
  input: v.GenericSchema<unknown, Input>;
  /** Never present: it carries the type. */
  reply?: Reply;
}

/** A call: what it takes, then what it gives. */
export const takes = <E extends v.ObjectEntries>(entries: E) => {
  const input = v.strictObject(entries);
  return { returns: <Reply>(): Call<v.InferOutput<typeof input>, Reply> => ({ input }) };
};

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const line = v.pipe(v.string(), v.maxLength(1_000));
/** A field of a note. */
export const text = v.pipe(v.string(), v.maxLength(1_000_000));
/** A whole file, as text or as bytes. */
export const file = v.pipe(v.string(), v.maxLength(50_000_000));
export const bytes = v.pipe(v.instance(Uint8Array), v.maxLength(50_000_000));
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** Epoch milliseconds. */
export const instant = whole(0, 8.64e15);
/** A search as it is written. */
export const query = v.pipe(v.string(), v.maxLength(10_000));
/** A position in a list. */
export const place = whole(0, 1e8);
/** Rows of a list: pairs of positions, the second one not included. */
export const ranges = v.pipe(v.array(v.strictTuple([place, place])), v.maxLength(10_000));
export const tags = v.pipe(v.array(line), v.maxLength(1_000));
/** Fields by id. */
export const fields = v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), text);
