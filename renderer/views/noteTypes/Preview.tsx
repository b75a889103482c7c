import { ChevronLeft, ChevronRight } from "lucide";
import { useEffect, useState } from "preact/hooks";
import type { SampleNote } from "../../../main/contract/noteTypeEdits.ts";
import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useApp } from "../context.ts";

/** What the draft makes of a note of that type. */
export function Preview({ draft }: { draft: TypeDraft; ord: number }) {
  const { api } = useApp();
  const [index, setIndex] = useState(0);
  const [sample, setSample] = useState<SampleNote | null>(null);
  useEffect(() => {
    void api.call("sampleNote", { type: draft.now.value, index }).then((reply) => reply.ok && setSample(reply.value));
  }, [api, draft, index]);
  return (
    <aside class="type-preview" aria-label={words.preview}>
      <header>
        <span class="heading">{sample && words.sample(sample.index, sample.of)}</span>
        {sample && sample.of > 1 && (
          <>
            <Step icon={ChevronLeft} say={words.previousNote} run={() => setIndex(index - 1)} />
            <Step icon={ChevronRight} say={words.nextNote} run={() => setIndex(index + 1)} />
          </>
        )}
      </header>
      <dl class="facts">
        {draft.now.value.fields.map(({ id, name }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{sample?.fields[id]}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

function Step({ icon, say, run }: { icon: Parameters<typeof Icon>[0]["of"]; say: string; run(): void }) {
  return (
    <button type="button" class="tool" aria-label={say} data-tip={say} onClick={run}>
      <Icon of={icon} />
    </button>
  );
}
