import { useEffect } from "preact/hooks";
import { useApp } from "../context.ts";

/** Has the names of decks and tags read, which the list of Browse keeps, if nobody has asked for them yet. */
export function useKnown(): void {
  const { browse } = useApp();
  useEffect(() => {
    if (browse.sidebar.peek() === null) void browse.readSidebar();
  }, [browse]);
}
