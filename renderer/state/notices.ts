import { signal } from "@preact/signals";

export interface Notice {
  kind: "status" | "alert";
  text: string;
}

/** How long a status stays; an alert stays until it is dismissed or answered by the next success. */
const stay = 8_000;

/** The one place where the app speaks: a sentence on the screen, and one for screen readers only. */
export function createNotices(after: (ms: number, run: () => void) => void) {
  const shown = signal<Notice | null>(null);
  const announced = signal("");
  const show = (notice: Notice) => {
    shown.value = notice;
    if (notice.kind === "status") after(stay, () => shown.value === notice && clear());
  };
  const clear = () => {
    shown.value = null;
  };
  return {
    shown,
    announced,
    clear,
    status: (text: string) => show({ kind: "status", text }),
    alert: (text: string) => show({ kind: "alert", text }),
    /** Said politely by a screen reader; nothing appears. */
    announce: (text: string) => {
      announced.value = text;
    },
  };
}
