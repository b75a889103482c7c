import { useEffect } from "preact/hooks";
import { importing as words } from "../../text/importing.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { FileTabs } from "./FileTabs.tsx";
import { ImportFoot } from "./ImportFoot.tsx";
import { Outcome } from "./Outcome.tsx";
import { Reading } from "./Reading.tsx";
import { Rehearsed } from "./Rehearsed.tsx";

/** The files that were offered: what each would change, before anything is written. */
export function Import() {
  const { importing, notices } = useApp();
  const file = importing.current.value;
  const state = file?.state.value;
  const view = file?.view.value;
  const headline =
    file && state === "ready" && view ? `${file.offered.name}: ${words.headline(view)}` : (file?.offered.name ?? "");
  useEffect(() => notices.announce(headline), [headline, notices]);
  if (!file) return <main class="page" aria-label={words.title} />;
  const isList = (state === "ready" || state === "importing") && view;
  return (
    <main class="import" aria-label={words.title}>
      <header class="import-head">
        <div class="import-bar">
          <h1 class="import-title">{file.offered.name}</h1>
          <CommandButton id="importHistory" look="icon" />
          <CommandButton id="import" look="icon" />
          <CommandButton id="leaveImport" look="icon" />
        </div>
        <FileTabs />
      </header>
      {isList ? (
        <Rehearsed file={file} view={view} key={file.offered.token} />
      ) : state === "done" || state === "undone" ? (
        <Outcome file={file} />
      ) : (
        <Reading file={file} />
      )}
      {isList && <ImportFoot file={file} />}
    </main>
  );
}
