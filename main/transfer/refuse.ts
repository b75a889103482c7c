import { Failure } from "../contract/faults.ts";

/** The fault of a file that is refused as a whole. `detail` and `place` are no sentences; `todo` is one. */
export const refuse = (file: string, detail: string, todo: string, place = ""): Failure =>
  new Failure({ code: "package", file, place, detail, todo });
