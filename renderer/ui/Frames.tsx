import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  /** The document on show; null for none. */
  show: string | null;
  /** Documents that may be shown next: loaded already, so that they are there at once. */
  next: readonly string[];
  title: string;
  /** Called after each change that may have moved the focus into a frame or out of it. */
  onFocus(): void;
}

/** Milliseconds after which a document is shown although it has not loaded. */
const patience = 200;

/**
 * Documents in frames, one above the other, of which one is on show. What was on show stays until the next one has loaded, so
 * nothing flashes; a frame is never moved in the tree, since that would load it again.
 */
export function Frames({ show, next, title, onFocus }: Props) {
  const [loaded, setLoaded] = useState<ReadonlySet<string>>(new Set());
  const [overdue, setOverdue] = useState<string | null>(null);
  const shown = useRef<string | null>(null);
  const order = useRef<readonly string[]>([]);

  const ready = show === null || loaded.has(show) || overdue === show || shown.current === null;
  const visible = ready ? show : shown.current;
  shown.current = visible;
  const wanted = [visible, show, ...next].filter((url) => url !== null);
  const kept = order.current.filter((url) => wanted.includes(url));
  order.current = [...kept, ...new Set(wanted.filter((url) => !kept.includes(url)))];

  useEffect(() => {
    if (ready) return;
    const timer = setTimeout(() => setOverdue(show), patience);
    return () => clearTimeout(timer);
  }, [ready, show]);
  useEffect(onFocus);
  useEffect(() => onFocus, []);

  return (
    <div class="frames" hidden={visible === null && order.current.length === 0}>
      {order.current.map((url) => (
        <iframe
          key={url}
          sandbox=""
          class={url === visible ? "face-frame shown" : "face-frame"}
          title={title}
          inert={url !== visible}
          aria-hidden={url === visible ? undefined : true}
          src={url}
          onLoad={() =>
            setLoaded((before) => new Set([...before].filter((each) => order.current.includes(each)).concat(url)))
          }
        />
      ))}
    </div>
  );
}
