import type { ClinicView, LookAlike } from "../../main/contract/clinic.ts";
import type { ClinicModel } from "../state/clinic.ts";
import { clinic as words } from "../text/clinic.ts";
import { done } from "../text/done.ts";
import { shortTitle } from "../text/shortTitle.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** What a card that keeps slipping has cost, why that may be, and what can be done. */
export function Clinic({ clinic }: { clinic: ClinicModel }) {
  const app = useApp();
  const view = clinic.view.value;
  const tools = (
    <span class="tools">
      {clinic.cards.length > 1 && <span class="faint">{words.place(clinic.at.value, clinic.cards.length)}</span>}
      <CommandButton id="close" look="icon" />
    </span>
  );
  return (
    <Dialog title={words.title} wide onLeave={app.leaveDialog} tools={tools}>
      <div class="clinic" key={view.card}>
        <dl class="clinic-card">
          <dt class="unseen">{words.question}</dt>
          <dd dir="auto">{shortTitle(view.question)}</dd>
          <dt class="unseen">{words.answer}</dt>
          <dd dir="auto">{shortTitle(view.answer)}</dd>
        </dl>
        <p role="status">
          {words.cost(view)} {view.suspended && words.paused}
        </p>
        <History view={view} />
        <Advice view={view} />
        <LookAlikes view={view} />
        <p class="trouble" role="alert">
          {clinic.trouble.value}
        </p>
      </div>
      <footer class="dialog-actions">
        {clinic.cards.length > 1 && (
          <span class="clinic-steps">
            <CommandButton id="clinicBefore" look="icon" />
            <CommandButton id="clinicNext" look="icon" />
          </span>
        )}
        <button
          type="button"
          class="button plain"
          data-command="clinicPause"
          aria-keyshortcuts="P"
          onClick={() => void clinic.pause()}
        >
          {view.suspended ? words.resume : words.pause} <Kbd>P</Kbd>
        </button>
        {view.split && <CommandButton id="clinicSplit" look="plain" />}
        <CommandButton id="clinicEdit" look="primary" focused />
      </footer>
    </Dialog>
  );
}

/** One mark an answer, oldest first; the forgotten ones reach down. */
function History({ view: { history } }: { view: ClinicView }) {
  if (history.length === 0) return <p class="help">{words.noHistory}</p>;
  return (
    <figure class="chart">
      <figcaption class="heading">{words.history}</figcaption>
      <div class="clinic-history" role="img" aria-label={words.historyOf(history)}>
        {history.slice(-120).map((answer) => (
          <span key={answer.at} class={answer.grade === 1 ? "forgot" : ""} title={words.answered(answer)} />
        ))}
      </div>
    </figure>
  );
}

function Advice({ view: { hints } }: { view: ClinicView }) {
  return (
    <section aria-labelledby="clinic-advice">
      <h3 class="heading" id="clinic-advice">
        {words.advice}
      </h3>
      {hints.length === 0 && <p>{words.general}</p>}
      {hints.map((hint) => (
        <p key={hint.rule}>
          {hint.say} <span class="faint">{hint.why}</span>
        </p>
      ))}
    </section>
  );
}

function LookAlikes({ view: { lookAlikes } }: { view: ClinicView }) {
  return (
    <section aria-labelledby="clinic-alike">
      <h3 class="heading" id="clinic-alike">
        {words.lookAlikes}
      </h3>
      {lookAlikes.length === 0 && <p>{words.noLookAlikes}</p>}
      <ul class="hardest">
        {lookAlikes.map((other) => (
          <Other other={other} key={other.card} />
        ))}
      </ul>
    </section>
  );
}

function Other({ other }: { other: LookAlike }) {
  const app = useApp();
  return (
    <li>
      <span class="hard-title" dir="auto">
        {shortTitle(other.question)}
      </span>
      <span dir="auto">{shortTitle(other.answer)}</span>
      <span class="hard-why">
        {words.alike(other)}
        {words.forgotten(other.lapses)} ·{" "}
        <button
          type="button"
          class="button link"
          aria-label={words.editOther(shortTitle(other.question))}
          onClick={() => void app.openNote(other.note)}
        >
          {done.edit}
        </button>
      </span>
    </li>
  );
}
