import type { ParcelProblem } from "../../parcel/parcel.ts";

/** What is found wrong on the way. A hundred thousand things of one kind are one problem with a number in it. */
export interface Problems {
  /** About one note, by its id in the parcel. */
  ofNote(note: string, say: string, weight?: ParcelProblem["weight"]): void;
  of(place: string, say: string, weight?: ParcelProblem["weight"]): void;
  /** One more of a kind; `say` gets how many there were. */
  count(place: string, say: (n: number) => string): void;
  list(): ParcelProblem[];
}

export function problemList(): Problems {
  const list: ParcelProblem[] = [];
  const kinds = new Map<string, { n: number; say: (n: number) => string }>();
  return {
    ofNote: (note, say, weight = "suspicious") => void list.push({ place: `note ${note}`, say, weight, note }),
    of: (place, say, weight = "suspicious") => void list.push({ place, say, weight }),
    count: (place, say) => {
      const kind = kinds.get(place) ?? { n: 0, say };
      kind.n++;
      kinds.set(place, kind);
    },
    list: () => [
      ...list,
      ...[...kinds].map(([place, { n, say }]): ParcelProblem => ({ place, say: say(n), weight: "broken" })),
    ],
  };
}
