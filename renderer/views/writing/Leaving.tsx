import type { Signal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import type { CommandId } from "../../commands.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

interface Props {
  asking: Signal<boolean>;
  words: { unsaved: string; discard: string; keep: string };
  save: CommandId;
}

/** Asks what is to become of text that is not saved. */
export function Leaving({ asking, words, save }: Props) {
  const app = useApp();
  useReturn(asking);
  return (
    <div class="dialog-actions" role="alert">
      <span class="asking">{words.unsaved}</span>
      <button type="button" class="button plain" onClick={app.discard}>
        {words.discard}
      </button>
      <button
        type="button"
        class="button plain"
        ref={focusOnce}
        onClick={() => {
          asking.value = false;
        }}
      >
        {words.keep}
      </button>
      <CommandButton id={save} look="primary" />
    </div>
  );
}

/** Gives the focus back to where the person was writing, once they go on. */
function useReturn(asking: Signal<boolean>): void {
  const [writing] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      const back = writing?.isConnected ? writing : document.querySelector("dialog [data-first]");
      if (!asking.value && back instanceof HTMLElement) back.focus();
    },
    [asking, writing],
  );
}
