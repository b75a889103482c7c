import { signal } from "@preact/signals";
import type { SettingsView } from "../../../main/contract/views.ts";
import { autoAdvance as words } from "../../text/reviewing.ts";
import type { Notices } from "../notices.ts";
import type { Session } from "../session.ts";
import { asks } from "../turn.ts";

interface Parts {
  settings(): SettingsView | null;
  notices: Notices;
}

const grades = { again: 1, hard: 2, good: 3 } as const;

/** Shows answers and gives grades by itself, once it is switched on in a session. The waiting is done by the view (useAutoAdvance). */
export function createAutoAdvance({ settings, notices }: Parts) {
  const isOn = signal(false);

  /** Seconds to wait for what is on show; 0 for ever. */
  function seconds(session: Session): number {
    const times = settings()?.autoAdvance;
    if (!isOn.value || !times || !session.card.value) return 0;
    return session.turn.value.revealed ? times.answer : times.question;
  }

  return {
    isOn,
    seconds,
    /** Says what it does from now on; without a time for anything there is nothing to switch on. */
    toggle(): void {
      const times = settings()?.autoAdvance;
      const isSet = times && times.question + times.answer > 0;
      if (!isOn.value && !isSet) notices.status(words.unset);
      else {
        isOn.value = !isOn.value;
        notices.status(isOn.value && times ? words.on(times) : words.off);
      }
    },
    /** The window was left, and so nobody reads. */
    leave(): void {
      if (!isOn.value) return;
      isOn.value = false;
      notices.status(words.left);
    },
    /** The sitting is over. */
    end(): void {
      isOn.value = false;
    },
    /** The time is over: shows the answer, or does with the card what the person chose. */
    async act(session: Session): Promise<void> {
      const card = session.card.value;
      const action = settings()?.autoAdvance.action;
      if (!isOn.value || !card || !action) return;
      if (session.turn.value.revealed) {
        if (action === "bury") await session.bury(false);
        else await session.answer(grades[action]);
      } else if (asks(card.face) === "typed") await session.check();
      else session.show();
    },
  };
}
