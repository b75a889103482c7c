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

/** One of several answers to choose from. */
export interface Option {
  text: Inline[];
  right: boolean;
}

/** On a cloze the answer is the question again with its gaps open: it takes the question's place. */
export type PlainFace =
  | (Common & { type: "basic" })
  | (Common & { type: "cloze" })
  | (Common & { type: "typed" })
  | (Common & { type: "choice"; options: Option[] });

/**
 * A face that its note type draws: HTML of the deck, in a frame without script or network. Only its URL crosses the bridge, and what
 * the window itself says or does about it.
 */
export interface FramedFace {
  type: "framed";
  /** `card://face/<card>?v=<version>`; a side of it is `card://face/<card>/question?v=…`. Another document has another version. */
  url: string;
  noteType: string;
  /** What it says, for those who hear it; the answer without the question. */
  text: { question: string; answer: string };
  /** How an answer is given, if not by thinking of it. */
  input: { kind: "typed" } | { kind: "choice"; options: Option[] } | null;
  /** `card://play/<n>` of a side plays the sound at n. */
  sounds: { question: Sound[]; answer: Sound[] };
  /** Indices of the sounds that play when the side appears. */
  autoplay: { question: number[]; answer: number[] };
  /** Images of the web that are not shown, since nothing is fetched unasked. */
  remote: number;
  /** Its author counted on a script. None runs. */
  scripted: boolean;
  /** What is wrong with its template, in sentences. */
  problems: string[];
}

export type Face = PlainFace | FramedFace;

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
