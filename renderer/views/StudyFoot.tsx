import type { Session } from "../state/session.ts";
import { asks, showing } from "../state/turn.ts";
import { study as words } from "../text/study.ts";
import { CommandButton } from "./CommandButton.tsx";
import { Grades } from "./Grades.tsx";

/** The fixed foot: why this card is here, and the one row of buttons that never moves. */
export function StudyFoot({ session }: { session: Session }) {
  const card = session.card.value;
  const { revealed } = session.turn.value;
  if (!card) return <footer class="study-foot" />;
  return (
    <footer class="study-foot">
      {revealed ? (
        <Grades session={session} card={card} key={showing(card)} />
      ) : (
        <>
          <p class="why">{words.why(card.why, card.seen.at)}</p>
          <div class="actions" key={showing(card)}>
            {asks(card.face) === "typed" ? (
              <CommandButton id="check" look="plain" />
            ) : (
              <CommandButton id="show" look="plain" focused />
            )}
          </div>
        </>
      )}
    </footer>
  );
}
