// What a card shows: a tree of the few things a face may hold. No HTML crosses the bridge, so none can do anything.

export type Inline =
  | string
  | { kind: "strong" | "emphasis" | "strike"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "break" }
  /** The gap of the card that is asked. Closed on the question, where only the hint is known; open on the answer. */
  | { kind: "gap"; open: false; hint: string }
  | { kind: "gap"; open: true; children: Inline[] };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "heading"; children: Inline[] }
  | { kind: "quote"; children: Block[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "codeblock"; text: string; language: string }
  | { kind: "rule" };

interface Common {
  question: Block[];
  answer: Block[];
  /** Why it is so, or how to remember it; shown with the answer. */
  extra: Block[];
  source: string;
}

/** On a cloze the answer is the question again with its gaps open: it takes the question's place. */
export type Face =
  | (Common & { type: "basic" })
  | (Common & { type: "cloze" })
  | (Common & { type: "typed" })
  | (Common & { type: "choice"; options: { text: Inline[]; right: boolean }[] });

/** One run of a typed answer beside the expected one. */
export interface DiffPart {
  kind: "same" | "missing" | "extra";
  text: string;
}

/** Something to be heard: a file of the collection, or words for the system's voice. */
export type Sound =
  | { kind: "file"; name: string }
  | {
      kind: "speech";
      text: string;
      /** As Anki writes it, such as `en_US`. */
      lang: string;
      /** Names of voices, the best first; may be none. */
      voices: string[];
      /** 1 is the voice's own speed. */
      speed: number;
    };
