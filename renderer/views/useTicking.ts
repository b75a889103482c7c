import { useEffect } from "preact/hooks";

/** Often enough that a countdown in minutes is never wrong for long. */
const every = 5_000;

export function useTicking(advance: () => Promise<void>): void {
  useEffect(() => {
    const timer = setInterval(() => void advance(), every);
    return () => clearInterval(timer);
  }, [advance]);
}
