/** A mistake in a template. */
export interface TemplateProblem {
  side: "front" | "back";
  /** Where it begins: UTF-16 units from the start of that side's template; line and column count from 1. */
  offset: number;
  line: number;
  column: number;
  kind: "noField" | "unclosed" | "closesNothing" | "crossed" | "tooDeep" | "tooLong";
  /** A sentence for the person, without the place. */
  say: string;
}
