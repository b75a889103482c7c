import type { FramedFace } from "../../main/contract/face.ts";
import type { CardView } from "../../main/contract/views.ts";
import type { Session } from "../state/session.ts";
import { optionsOf } from "../state/turn.ts";
import { study as words } from "../text/study.ts";
import { useApp } from "./context.ts";
import { Options } from "./Options.tsx";
import { PlayerBar } from "./PlayerBar.tsx";
import { TypedField } from "./TypedAnswer.tsx";

interface Props {
  session: Session;
  card: CardView;
  face: FramedFace;
}

/** What the window itself says and asks about a framed face, below it. */
export function FramedStrip({ session, card, face }: Props) {
  const app = useApp();
  const { verdict } = session.turn.value;
  const sounds = face.sounds.question.length + face.sounds.answer.length;
  return (
    <div class="strip">
      {face.input?.kind === "typed" && <TypedField session={session} />}
      {verdict && (
        <p class={`verdict ${verdict.verdict}`}>
          <span class="verdict-words">{words.verdict[verdict.verdict]}</span>
        </p>
      )}
      {face.input?.kind === "choice" && <Options session={session} options={optionsOf(face)} />}
      {sounds > 0 && <PlayerBar player={app.player} />}
      {face.scripted && session.tellsOfScript(card, face.noteType) && <p class="strip-note">{words.scripted}</p>}
      {face.remote > 0 && (
        <p class="strip-note">
          {words.remote(face.remote)}{" "}
          <button type="button" class="button link" onClick={() => void app.askForImages()}>
            {words.fetch}
          </button>
        </p>
      )}
    </div>
  );
}
