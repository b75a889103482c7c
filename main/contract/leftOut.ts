import type { ExportView } from "./views.ts";

/** What a deck in plain text lacks, as a sentence; null if it has everything. */
export function leftOut({ leftOut, cut }: Pick<ExportView, "leftOut" | "cut">): string | null {
  const notes = (n: number, one: string, many: string) => (n === 1 ? `1 note ${one}` : `${n} notes ${many}`);
  const parts = [
    ...(leftOut > 0
      ? [notes(leftOut, "of another type is not in this file", "of other types are not in this file")]
      : []),
    ...(cut > 0
      ? [notes(cut, "has fields that plain text cannot hold", "have fields that plain text cannot hold")]
      : []),
  ];
  return parts.length === 0 ? null : `${parts.join("; ")}. All of it is still in Mneme.`;
}
