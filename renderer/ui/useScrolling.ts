import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** How far a key scrolls: pixels, or pages if below one. */
const steps: Record<string, number> = { ArrowDown: 60, ArrowUp: -60, PageDown: 0.85, PageUp: -0.85 };

const scrolls = ({ scrollHeight, clientHeight }: HTMLElement): boolean => scrollHeight > clientHeight;

/** The element itself if there is something to scroll in it, or else the first around it that scrolls. */
function nearestScroller(element: HTMLElement): HTMLElement {
  for (let each: HTMLElement | null = element; each; each = each.parentElement)
    if (scrolls(each) && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  return element;
}

/** Makes an element a stop for Tab when there is something to scroll. */
function stopAt(element: HTMLElement): void {
  if (scrolls(element)) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
}

/**
 * Lets the arrow and page keys scroll an element wherever the focus is, as long as no field wants them, and makes it a
 * stop for Tab when there is something to scroll. Where a low window gives it its full height, what is around it scrolls.
 */
export function useScrolling(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (ref.current) stopAt(ref.current);
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(() => stopAt(element));
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref]);
  useEffect(() => {
    const scroll = (event: KeyboardEvent) => {
      const element = ref.current;
      const step = steps[event.key];
      if (!element || step === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, dialog")) return;
      const scroller = nearestScroller(element);
      scroller.scrollBy({ top: Math.abs(step) < 1 ? step * scroller.clientHeight : step });
      event.preventDefault();
    };
    window.addEventListener("keydown", scroll);
    return () => window.removeEventListener("keydown", scroll);
  }, [ref]);
}
