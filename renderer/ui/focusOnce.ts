/** A ref that takes the focus when its element appears. It is one stable function, so a new render does not focus again. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
