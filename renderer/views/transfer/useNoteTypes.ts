import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { NoteType } from "../../../main/contract/shapes.ts";
import { useApp } from "../context.ts";

/** The note types of the collection; none until they are read. */
export function useNoteTypes(): readonly NoteType[] {
  const { api } = useApp();
  const types = useSignal<readonly NoteType[]>([]);
  useEffect(() => {
    void api.call("noteTypes", {}).then((reply) => {
      if (reply.ok) types.value = reply.value;
    });
  }, [api, types]);
  return types.value;
}
