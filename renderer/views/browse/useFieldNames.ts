import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useApp } from "../context.ts";

/** The names of the fields of all note types, each once. */
export function useFieldNames(): readonly string[] {
  const { api } = useApp();
  const names = useSignal<readonly string[]>([]);
  useEffect(() => {
    void api.call("noteTypes", {}).then((reply) => {
      const all = reply.ok ? reply.value.flatMap(({ fields }) => fields.map(({ name }) => name)) : [];
      names.value = [...new Set(all)].sort((a, b) => a.localeCompare(b));
    });
  }, [api, names]);
  return names.value;
}
