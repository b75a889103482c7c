import type { Face, PlainFace } from "../../../main/contract/face.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Blocks, Inlines } from "../../ui/Face.tsx";
import { Frames } from "../../ui/Frames.tsx";
import { useNight } from "../../ui/useNight.ts";
import { useApp } from "../context.ts";
import { faceUrl } from "../faceUrl.ts";

const sides = ["question", "answer"] as const;
const labels = { question: words.sides.front, answer: words.sides.back };

/** A card, front and back at once: drawn by its note type in frames, or plain by the window itself. */
export function PreviewSides({ name, face }: { name: string; face: Face }) {
  const { settings, tellFocus } = useApp();
  const night = useNight(settings.view.value?.theme ?? "system");
  return (
    <>
      {sides.map((side) => (
        <figure key={side} class="preview-side">
          <figcaption class="heading">{labels[side]}</figcaption>
          <div class="preview-face">
            {face.type === "framed" ? (
              <Frames
                show={faceUrl(face.url, side, night)}
                next={[]}
                title={side === "question" ? words.frontOf(name) : words.backOf(name)}
                onFocus={tellFocus}
              />
            ) : (
              <Plain face={face} side={side} />
            )}
          </div>
        </figure>
      ))}
    </>
  );
}

function Plain({ face, side }: { face: PlainFace; side: (typeof sides)[number] }) {
  return (
    <div class="preview-plain" dir="auto">
      <Blocks of={face[side]} />
      {side === "question" && face.type === "choice" && (
        <ul>
          {face.options.map(({ text }, i) => (
            <li key={i}>
              <Inlines of={text} />
            </li>
          ))}
        </ul>
      )}
      {side === "answer" && (
        <div class="help">
          <Blocks of={face.extra} />
          {face.source && <p>{face.source}</p>}
        </div>
      )}
    </div>
  );
}
