import type { Dialog } from "../state/app.ts";
import { Ask } from "./browse/Ask.tsx";
import { CardInfo } from "./CardInfo.tsx";
import { Clinic } from "./Clinic.tsx";
import { useApp } from "./context.ts";
import { FetchImages } from "./FetchImages.tsx";
import { NoteEditor } from "./NoteEditor.tsx";
import { ChangeType } from "./noteTypes/ChangeType.tsx";
import { EmptyCards } from "./noteTypes/EmptyCards.tsx";
import { NewType } from "./noteTypes/NewType.tsx";
import { OpenLink } from "./OpenLink.tsx";
import { BudgetDialog } from "./pace/BudgetDialog.tsx";
import { DaysOffDialog } from "./pace/DaysOffDialog.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { Export } from "./transfer/Export.tsx";
import { ImportHistory } from "./transfer/ImportHistory.tsx";
import { AddNote } from "./writing/AddNote.tsx";

/** The dialog that is open, if one is, over the one that it was opened from. */
export function Dialogs() {
  const top = useApp().dialog.value;
  const below = top?.kind === "note" ? top.under : null;
  // What lies below goes on living: its text, and where the caret was.
  return <>{[below, top].map((dialog) => dialog && <Opened dialog={dialog} key={dialog.kind} />)}</>;
}

function Opened({ dialog }: { dialog: Dialog }) {
  switch (dialog.kind) {
    case "add":
      return <AddNote adding={dialog.adding} />;
    case "note":
      return <NoteEditor note={dialog.note} />;
    case "info":
      return <CardInfo card={dialog.card} now={dialog.now} />;
    case "shortcuts":
      return <Shortcuts />;
    case "imports":
      return <ImportHistory imports={dialog.imports} />;
    case "fetch":
      return <FetchImages fetching={dialog.fetching} />;
    case "link":
      return <OpenLink url={dialog.url} />;
    case "export":
      return <Export exporting={dialog.exporting} />;
    case "newType":
      return <NewType copy={dialog.copy} />;
    case "emptyCards":
      return <EmptyCards empty={dialog.empty} />;
    case "changeType":
      return <ChangeType change={dialog.change} />;
    case "budget":
      return <BudgetDialog budget={dialog.budget} />;
    case "daysOff":
      return <DaysOffDialog daysOff={dialog.daysOff} />;
    case "clinic":
      return <Clinic clinic={dialog.clinic} />;
    case "ask":
      return <Ask ask={dialog.ask} />;
  }
}
