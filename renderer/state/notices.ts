import { signal } from "@preact/signals";

export interface Notice {
  kind: "status" | "alert";
  text: string;
  /** It can be taken back: a button for that stands beside it. */
  undo?: boolean;
  /** Came by itself, so no success of something else answers it. */
  news?: boolean;
  /** What can be done about it. */
  action?: { text: string; run(): void };
}

/** How long a status stays; an alert stays until it is dismissed or answered by the next success. */
const stay = 8_000;

/** The one place where the app speaks: a sentence on the screen, and one for screen readers only. */
export function createNotices(after: (ms: number, run: () => void) => void) {
  const shown = signal<Notice | null>(null);
  const announced = signal("");
  /** Stays below whatever else is said, until it is taken up or dismissed. */
  let standing: Notice | null = null;
  const show = (notice: Notice) => {
    shown.value = notice;
    if (notice.kind === "status") after(stay, () => shown.value === notice && clear());
  };
  const clear = () => {
    shown.value = standing;
  };
  const withdraw = () => {
    const isShown = shown.peek() === standing;
    standing = null;
    if (isShown) clear();
  };
  return {
    shown,
    announced,
    clear,
    /** The person has read it. */
    dismiss: () => (shown.peek() === standing ? withdraw() : clear()),
    /** Something came up that may wait: said quietly, and there until it is taken up. A later one takes its place. */
    stand: (text: string, action: { text: string; run(): void }) => {
      const isFree = shown.peek() === standing;
      standing = { kind: "status", text, news: true, action };
      if (isFree) clear();
    },
    /** What stands needs no one any more. */
    withdraw,
    /** Something succeeded: what is said about a failure before it is no longer true. */
    succeeded: () => {
      if (shown.value?.kind === "alert" && !shown.value.news) clear();
    },
    status: (text: string) => show({ kind: "status", text }),
    /** Something was done that can be taken back. */
    done: (text: string) => show({ kind: "status", text, undo: true }),
    alert: (text: string) => show({ kind: "alert", text }),
    /** News that must not be missed: added to what is still to be read. */
    tell: (text: string) =>
      show({ kind: "alert", news: true, text: shown.value?.kind === "alert" ? `${shown.value.text} ${text}` : text }),
    /** Said politely by a screen reader; nothing appears. */
    announce: (text: string) => {
      announced.value = text;
    },
  };
}

export type Notices = ReturnType<typeof createNotices>;
