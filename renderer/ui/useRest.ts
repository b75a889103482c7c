import { useEffect, useRef } from "preact/hooks";

/** How long a control must rest, in milliseconds, before what it says is taken. */
const rest = 600;

/** Takes the last of several quick changes: once they rest, at once on `flush`, and when the view goes. */
export function useRest<V>(take: (value: V) => void) {
  const last = useRef<{ value: V; timer: ReturnType<typeof setTimeout> } | null>(null);
  const flush = () => {
    if (!last.current) return;
    const { value, timer } = last.current;
    clearTimeout(timer);
    last.current = null;
    take(value);
  };
  useEffect(() => flush, []);
  return {
    put(value: V) {
      clearTimeout(last.current?.timer);
      last.current = { value, timer: setTimeout(flush, rest) };
    },
    flush,
  };
}
