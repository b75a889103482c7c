import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

interface Rows {
  count: number;
  /** Height of a row in CSS pixels. */
  height: number;
  /** What covers the top of the scroller: its sticky head. */
  head: number;
  /** Rows beyond each edge that are drawn ahead of the scroll. */
  ahead: number;
  /** A row that stays drawn wherever the scroll is, since it may have the focus; -1 for none. */
  keep: number;
  scroller: RefObject<HTMLElement | null>;
}

/** Which rows of a long list are to be drawn, as the scroller stands; draws anew as it scrolls. */
export function useRows({ count, height, head, ahead, keep, scroller }: Rows) {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    paddingStart: head,
    scrollPaddingStart: head,
    overscan: ahead,
    scrollToFn: elementScroll<HTMLElement>,
    observeElementRect: observeElementRect<HTMLElement>,
    observeElementOffset: observeElementOffset<HTMLElement>,
    onChange: () => draw(undefined as never),
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const drawn = defaultRangeExtractor(range);
      return keep < 0 || keep >= count || drawn.includes(keep) ? drawn : [...drawn, keep].sort((a, b) => a - b);
    },
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  return rows;
}
