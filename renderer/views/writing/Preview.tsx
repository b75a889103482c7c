import { useEffect, useRef } from "preact/hooks";
import type { Block, Face, FramedFace, PlainFace } from "../../../main/contract/face.ts";
import type { Assist } from "../../state/assist.ts";
import { writing as words } from "../../text/writing.ts";
import { Blocks } from "../../ui/Face.tsx";
import { Frames } from "../../ui/Frames.tsx";
import { useNight } from "../../ui/useNight.ts";
import { useApp } from "../context.ts";
import { faceUrl } from "../faceUrl.ts";

/** Every card that the note makes, as it will look. */
export function Preview({ assist }: { assist: Assist }) {
  const cards = assist.cards.value;
  const ref = useRef<HTMLElement>(null);
  // A stop for Tab where there is something to scroll, so that the arrow keys can.
  useEffect(() => {
    const element = ref.current;
    if (element && element.scrollHeight > element.clientHeight) element.tabIndex = 0;
    else element?.removeAttribute("tabindex");
  }, [cards]);
  return (
    <section class="preview" aria-label={words.preview} ref={ref}>
      <h3 class="heading">{words.cards(cards.length)}</h3>
      {cards.length === 0 && <p class="help">{words.noCards}</p>}
      <ul class="preview-cards">
        {cards.map(({ ord, name, face }) => (
          <li key={ord}>
            {cards.length > 1 && <p class="preview-name">{name}</p>}
            <div class="preview-card">
              <Sides face={face} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sides({ face }: { face: Face }) {
  return face.type === "framed" ? <Framed face={face} /> : <Native face={face} />;
}

function Framed({ face }: { face: FramedFace }) {
  const { settings, tellFocus } = useApp();
  const night = useNight(settings.view.value?.theme ?? "system");
  return (
    <>
      {(["question", "answer"] as const).map((side) => (
        <div class="preview-frame" key={side}>
          <Frames
            show={faceUrl(face.url, side, night)}
            next={[]}
            title={side === "question" ? words.front : words.back}
            onFocus={tellFocus}
          />
        </div>
      ))}
      {face.problems.map((problem) => (
        <p class="trouble" key={problem}>
          {problem}
        </p>
      ))}
    </>
  );
}

function Native({ face }: { face: PlainFace }) {
  return (
    <>
      <Side label={words.front} of={face.question} />
      <hr />
      <Side label={words.back} of={face.answer} />
      {face.extra.length > 0 && (
        <div class="extra">
          <Blocks of={face.extra} />
        </div>
      )}
    </>
  );
}

function Side({ label, of }: { label: string; of: readonly Block[] }) {
  return (
    <div class="preview-side" dir="auto">
      <span class="unseen">{label}</span>
      <Blocks of={of} />
    </div>
  );
}
