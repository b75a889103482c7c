import type { CardId } from "../../main/contract/shapes.ts";
import { clinic as words } from "../text/clinic.ts";
import { CommandButton } from "./CommandButton.tsx";

/** At the end of a session: the cards that became leeches in it. */
export function Slipping({ leeches }: { leeches: readonly CardId[] }) {
  if (leeches.length === 0) return null;
  return (
    <section class="slipping" aria-labelledby="slipping">
      <h2 class="heading" id="slipping">
        {words.heading}
      </h2>
      <p>{words.waits(leeches.length)}</p>
      <CommandButton id="clinic" look="plain" />
    </section>
  );
}
