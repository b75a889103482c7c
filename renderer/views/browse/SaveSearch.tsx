import { useSignal } from "@preact/signals";
import { organise as words } from "../../text/organise.ts";
import { useApp } from "../context.ts";
import { AskForm } from "./AskForm.tsx";
import { NameField } from "./NameField.tsx";

/** Gives the present search a name, under which it stands in the tree. */
export function SaveSearch({ query }: { query: string }) {
  const app = useApp();
  const name = useSignal("");
  const trouble = useSignal<string | null>(null);
  const save = async () => {
    trouble.value = await app.organise.saveSearch(name.value.trim(), query);
  };
  return (
    <AskForm
      title={words.saveTitle}
      text={words.save}
      trouble={trouble.value}
      ready={name.value.trim() !== ""}
      onDo={() => void save()}
    >
      <p class="sub">
        <code>{query}</code>
      </p>
      <NameField name={name} />
    </AskForm>
  );
}
