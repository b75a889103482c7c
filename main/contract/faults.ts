/** Everything that can go wrong on the way of a call. `detail` is a name, a path or a reason, never a sentence. */
export type Fault =
  | { code: "unknownCall"; detail: string }
  | { code: "badInput"; detail: string }
  | { code: "conflict" }
  | {
      code: "gone";
      detail:
        | "card"
        | "note"
        | "deck"
        | "preset"
        | "note type"
        | "list"
        | "tag"
        | "search"
        | "file"
        | "rehearsal"
        | "import";
    }
  | { code: "badNote"; detail: string }
  | { code: "badType"; detail: string }
  | { code: "staleType" }
  | { code: "badMedia"; detail: string }
  | { code: "link"; detail: string }
  | { code: "badSetting"; detail: string }
  | { code: "badChange"; detail: string }
  | { code: "emptyDeck"; detail: string }
  | { code: "package"; file: string; place: string; detail: string; todo: string }
  | { code: "stopped" }
  | { code: "notSaved"; detail: string }
  | { code: "readOnly"; detail: string }
  | { code: "folder"; detail: string }
  | { code: "busy"; detail: string }
  | { code: "file"; detail: string }
  | { code: "clock"; detail: string }
  | { code: "bug"; detail: string };

/** A call's answer on the wire. `say` is the sentence for the person. */
export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault; say: string };

/** No value that a call gives has a `code`, every fault has one. */
export const isFault = (value: unknown): value is Fault =>
  typeof value === "object" && value !== null && "code" in value;

/** A fault that had to travel as an exception: out of an effect, never out of the core. */
export class Failure extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(sentence(fault));
    this.fault = fault;
  }
}

/** What happened, what is safe, what to do next. */
export function sentence(fault: Fault): string {
  switch (fault.code) {
    case "unknownCall":
      return `There is no call named “${fault.detail}”. Nothing was changed.`;
    case "badInput":
      return `That call was not understood: ${fault.detail}. Nothing was changed.`;
    case "conflict":
      return "This card has changed since it was shown. Nothing was lost; here it is again.";
    case "gone":
      return `That ${fault.detail} is no longer here. Nothing else was changed.`;
    case "badNote":
      return `The note was not saved: ${fault.detail}. Your text is still in the fields.`;
    case "badType":
      return `${fault.detail} Nothing was changed.`;
    case "staleType":
      return "This note type was changed elsewhere since you opened it. Nothing was lost: your edit is still here. Copy what you need, then open the note type again.";
    case "badMedia":
      return `“${fault.detail}” was not taken in: by its content it is no image, sound, video or font that Mneme can show or play. Nothing was changed.`;
    case "badChange":
      return `Nothing was changed: ${fault.detail}.`;
    case "link":
      return `“${fault.detail}” could not be opened: Mneme only opens addresses of the web and of mail. Nothing was changed.`;
    case "badSetting":
      return `That setting was not changed: ${fault.detail}.`;
    case "emptyDeck":
      return `No note was found in “${fault.detail}”. Nothing was changed.`;
    case "package":
      return `“${fault.file}” cannot be imported: ${fault.detail}${fault.place && ` (${fault.place})`}. Nothing was changed. ${fault.todo}`;
    case "stopped":
      return "Stopped. Nothing was changed.";
    case "notSaved":
      return `Not saved: ${fault.detail}. All earlier answers are safe; make room or check the disk, then answer again.`;
    case "readOnly":
      return `Mneme cannot write here just now: ${fault.detail}. What you see is safe; nothing new is saved.`;
    case "folder":
      return `Mneme cannot use its data folder: ${fault.detail}. Nothing was changed; choose another with MNEME_DATA or repair the folder.`;
    case "busy":
      return `Mneme is already open with this data (${fault.detail}). Close it first; nothing was changed.`;
    case "file":
      return `That file could not be used: ${fault.detail}. Nothing was changed.`;
    case "clock":
      return `MNEME_CLOCK is no ISO time: “${fault.detail}”. Nothing was changed; write it like 2026-11-23T19:00:00+01:00, or leave it out.`;
    case "bug":
      return `Something went wrong inside Mneme (${fault.detail}). Everything acknowledged before is saved; please restart.`;
  }
}
