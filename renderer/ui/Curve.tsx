interface Props {
  label: string;
  /** The words on the picture: at the point where the card is now, on the target line, at the day it is due. */
  words: { now: string; target: string; due: string };
  /** Days; the curve falls from 1 at day 0. */
  stability: number;
  /** Days since the last review: where the card is now. */
  elapsed: number;
  /** Days from the last review to the next. */
  interval: number;
  target: number;
}

/** Default decay of FSRS-6, weight 20. */
const decay = 0.1542;
const factor = 0.9 ** (-1 / decay) - 1;

/** Chance of recall after `days`: the power curve of FSRS-6, R(t) = (1 + f·t/S)^-d. */
export const recallAfter = (days: number, stability: number): number => (1 + (factor * days) / stability) ** -decay;

const width = 480;
const height = 100;

export function Curve({ label, words, stability, elapsed, interval, target }: Props) {
  const span = Math.max(elapsed, interval, 1) * 1.6;
  const floor = Math.min(target, recallAfter(span, stability)) - 0.08;
  const x = (days: number) => (width * days) / span;
  const y = (recall: number) => (height * (1 - recall)) / (1 - floor);
  const points = Array.from({ length: 61 }, (_, i) => (i * span) / 60)
    .map((days) => `${x(days).toFixed(1)},${y(recallAfter(days, stability)).toFixed(1)}`)
    .join(" ");
  return (
    <svg class="curve" viewBox={`-6 -6 ${width + 12} ${height + 12}`} role="img" aria-label={label}>
      <line x1="0" x2={width} y1={y(target)} y2={y(target)} />
      <polyline points={points} />
      <text x={width} y={y(target) - 5} text-anchor="end">
        {words.target}
      </text>
      {interval > 0 && (
        <>
          <line x1={x(interval)} x2={x(interval)} y1="0" y2={height} />
          <text x={x(interval) + 6} y={height - 2}>
            {words.due}
          </text>
        </>
      )}
      <circle cx={x(elapsed)} cy={y(recallAfter(elapsed, stability))} r="4.5" />
      <text x={x(elapsed)} y={y(recallAfter(elapsed, stability)) + 19} text-anchor="middle">
        {words.now}
      </text>
    </svg>
  );
}
