import { distinct, givenName } from "../../core/media/name.ts";
import { Refusal } from "./refusal.ts";

/** Gives every media file of a package a name of its own. */
export interface MediaNames {
  /** What a file is called here, and whether its bytes are kept by that name already. `sha1` is hexadecimal. Throws a Refusal. */
  give(written: string, sha1: string): { name: string; kept: boolean };
  /** Names as notes write them, and what they are here, where it differs. */
  renamed: Map<string, string>;
}

export function mediaNames(): MediaNames {
  /** By the name without its case: what it is here, and of which bytes. */
  const taken = new Map<string, { name: string; sha1: string }>();
  const given = new Set<string>();
  const renamed = new Map<string, string>();
  return {
    renamed,
    give(written, sha1) {
      const wanted = givenName(written);
      if (wanted === null) throw new Refusal("its name is a path, or none", "", "");
      const there = taken.get(fold(wanted));
      const name = !there ? wanted : there.sha1 === sha1 ? there.name : freeName(taken, wanted, sha1);
      const kept = taken.has(fold(name));
      if (!kept) taken.set(fold(name), { name, sha1 });
      // A name that came twice with other bytes means the first of them.
      if (!given.has(written) && name !== written) renamed.set(written, name);
      given.add(written);
      return { name, kept };
    },
  };
}

const fold = (name: string) => name.toLowerCase();

function freeName(taken: ReadonlyMap<string, { name: string; sha1: string }>, wanted: string, sha1: string): string {
  for (let n = 0; ; n++) {
    const name = distinct(wanted, n === 0 ? sha1 : `${sha1}-${n}`);
    const there = taken.get(fold(name));
    if (!there || there.sha1 === sha1) return name;
  }
}
