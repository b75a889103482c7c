import type { CatchUpView } from "../../../main/contract/pace.ts";
import { catchUp as words } from "../../text/pace.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** How far the plan has come, and when it is done. */
export function CatchUpProgress({ view, drops = false }: { view: CatchUpView; drops?: boolean }) {
  const { pace } = useApp();
  const late = view.expected === null || view.expected > view.until;
  return (
    <section class="plan-progress" aria-labelledby="catching-up">
      <h2 class="heading" id="catching-up">
        {words.title}
      </h2>
      <progress value={view.total - view.left} max={Math.max(1, view.total)} aria-labelledby="catching-up" />
      <p>
        {words.progress(view)} <span class={late ? "late" : undefined}>{words.expected(view, pace.day.value)}</span>
      </p>
      {drops && <CommandButton id="dropCatchUp" look="link" />}
    </section>
  );
}
