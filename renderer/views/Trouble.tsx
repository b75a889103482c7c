import { app as words } from "../text/app.ts";

/** A screen that could not be read: the sentence, and another try. Blank while there is nothing to say. */
export function Trouble({ say, again }: { say: string | null; again(): Promise<unknown> }) {
  if (say === null) return <main class="page" aria-busy="true" aria-label={words.name} />;
  return (
    <main class="page">
      <h1>{words.notOpened}</h1>
      <p class="sub" role="alert">
        {say}
      </p>
      <div class="page-actions">
        <button type="button" class="button primary" onClick={() => void again()}>
          {words.tryAgain}
        </button>
      </div>
    </main>
  );
}
