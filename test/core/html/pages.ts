import { type Page, page } from "../../../main/core/html/page.ts";

/** A page of a side, in a collection that has the files named. */
export const pageOf = (
  html: string,
  files: readonly string[] = [],
  more: Partial<Parameters<typeof page>[0]> = {},
): Page => page({ html, css: "", known: (name) => files.includes(name), fetched: () => false, ...more });
