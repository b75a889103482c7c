import { Failure } from "../../contract/faults.ts";

/** Why a package is refused as a whole; the file's name is added where it is known. */
export class Refusal extends Error {
  readonly place: string;
  readonly todo: string;
  /** Of a part that may be left out it still refuses the whole: too much is asked for. */
  readonly fatal: boolean;
  constructor(detail: string, place: string, todo: string, fatal = false) {
    super(detail);
    this.place = place;
    this.todo = todo;
    this.fatal = fatal;
  }
}

const again = "Export or download it again.";

/** The bytes are not what they should be. */
export const damaged = (place: string, detail = "it is damaged"): Refusal => new Refusal(detail, place, again);

/** It asks for more than a package may. */
export const tooLarge = (place: string, detail: string): Refusal =>
  new Refusal(detail, place, "Split it in Anki into smaller packages, or leave out media, and import those.", true);

/** Runs `work`; whatever refuses the file says so with its name. */
export async function named<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Failure({ code: "package", file, place: error.place, detail: error.message, todo: error.todo });
  }
}
