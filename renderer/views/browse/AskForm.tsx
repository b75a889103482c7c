import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { browse as words } from "../../text/browse.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

interface Props {
  title: string;
  wide?: boolean;
  children: ComponentChildren;
  /** Why it cannot be done as it stands. */
  trouble: string | null;
  /** The button that does it. */
  text: string;
  ready?: boolean;
  /** It cannot be made good by writing on: the button says so by its colour. */
  grave?: boolean;
  onDo(): void;
}

/** A dialog that asks for something and then does it: Enter in a field does it, Escape leaves. */
export function AskForm({ title, wide = false, children, trouble, text, ready = true, grave = false, onDo }: Props) {
  const app = useApp();
  const id = useId();
  return (
    <Dialog title={title} wide={wide} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <form
        class="editor"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onDo();
        }}
      >
        {children}
        <p class="trouble" role="alert" id={id}>
          {trouble}
        </p>
        <footer class="dialog-actions">
          <button type="button" class="button plain" onClick={app.leaveDialog}>
            {words.cancel}
          </button>
          <button type="submit" class={grave ? "button primary grave" : "button primary"} disabled={!ready}>
            {text}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
