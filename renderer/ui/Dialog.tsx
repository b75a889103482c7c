import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Props {
  title: string;
  /** The person asked to leave, by Escape or a click beside it. */
  onLeave(): void;
  wide?: boolean;
  /** As large as the window lets it be. */
  full?: boolean;
  /** Ids of what a screen reader says after the title. */
  about?: string;
  /** Beside the title: usually the button that closes. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** Whether a press was on the veil around a dialog; the dialog's own edge and scrollbar are not beside it. */
function isBeside({ currentTarget, clientX: x, clientY: y }: TargetedMouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
}

/** A modal dialog. The browser keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, onLeave, wide = false, full = false, about, tools, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    if (!dialog?.open) dialog?.showModal();
    // Where to begin, if a control says so; else the dialog itself, which a screen reader then names.
    (dialog?.querySelector<HTMLElement>("[data-first]") ?? dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      class={`dialog${wide ? " wide" : ""}${full ? " full" : ""}`}
      aria-labelledby={id}
      aria-describedby={about}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
      onMouseDown={(event) => event.target === event.currentTarget && isBeside(event) && onLeave()}
    >
      {/* Within a section, a head and a foot are no landmarks of the page. */}
      <section class="dialog-body">
        <header>
          <h2 id={id}>{title}</h2>
          {tools}
        </header>
        {children}
      </section>
    </dialog>
  );
}
