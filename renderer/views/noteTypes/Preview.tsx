import { ChevronLeft, ChevronRight, type IconNode } from "lucide";
import { useEffect } from "preact/hooks";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useApp } from "../context.ts";
import { PreviewSides } from "./PreviewSides.tsx";

/** What the draft makes of a note of that type: the card that is chosen, front and back. */
export function Preview({ draft, ord }: { draft: TypeDraft; ord: number }) {
  const { noteTypes } = useApp();
  const { sample, cards, look, step } = draft.preview;
  const type = draft.now.value;
  useEffect(() => void look(), [look, type]);
  const note = sample.value;
  const shown = cards.value.find((card) => card.ord === (type.kind === "cloze" ? (noteTypes.gap.value ?? 0) : ord));
  const card = shown ?? (type.kind === "cloze" ? cards.value[0] : undefined);
  return (
    <aside class="type-preview" aria-label={words.preview}>
      <header>
        <span class="heading">{note && words.sample(note.index, note.of)}</span>
        {cards.value.length > 1 && (
          <select
            class="input"
            aria-label={words.card}
            value={card?.ord}
            onChange={(event) => noteTypes.show(Number(event.currentTarget.value))}
          >
            {cards.value.map((each) => (
              <option key={each.ord} value={each.ord}>
                {each.name}
              </option>
            ))}
          </select>
        )}
        {note && note.of > 1 && (
          <>
            <Step icon={ChevronLeft} say={words.previousNote} run={() => step(-1)} />
            <Step icon={ChevronRight} say={words.nextNote} run={() => step(1)} />
          </>
        )}
      </header>
      {card ? <PreviewSides name={card.name} face={card.face} /> : <p class="help">{note && words.noCard}</p>}
    </aside>
  );
}

function Step({ icon, say, run }: { icon: IconNode; say: string; run(): Promise<void> }) {
  return (
    <button type="button" class="tool" aria-label={say} data-tip={say} onClick={() => void run()}>
      <Icon of={icon} />
    </button>
  );
}
