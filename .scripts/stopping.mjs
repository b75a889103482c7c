const parent = process.ppid;

/**
 * Calls back whenever this process is asked to end: by Ctrl+C or another signal, or because npm, which started it, is
 * gone. Between npm and us is a shell that keeps npm's signals to itself: it ends, and we hear nothing.
 * @param {(signal: "SIGINT" | "SIGTERM" | "SIGHUP", code: number) => void} stop gets the exit code that says why
 */
export function whenAskedToStop(stop) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop("SIGTERM", 143);
  }, 300);
  watch.unref();
  for (const [signal, code] of /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])) {
    process.on(signal, () => {
      clearInterval(watch); // Ctrl+C ends the shell too, and that is no second request
      stop(signal, code);
    });
  }
}
