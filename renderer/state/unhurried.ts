/** Runs work a while after it was asked for: once for all that is asked meanwhile, and never twice at a time. */
export function unhurried(
  after: (ms: number, run: () => void) => void,
  ms: number,
  work: () => Promise<void>,
): () => void {
  let isDue = false;
  let isRunning = false;
  const run = async () => {
    isDue = false;
    if (isRunning) return ask();
    isRunning = true;
    await work();
    isRunning = false;
  };
  const ask = () => {
    if (isDue) return;
    isDue = true;
    after(ms, () => void run());
  };
  return ask;
}
