export interface Bar {
  label: string;
  value: number;
  /** What the tooltip and the table say. */
  text: string;
}

interface Props {
  title: string;
  bars: readonly Bar[];
  first: string;
  last: string;
  columns: [string, string];
  /** A value to compare with, drawn across. */
  mark?: { value: number; text: string } | null;
}

/** A small bar chart, the first bar in the accent; the same numbers as a table for those who do not see it. */
export function Bars({ title, bars, first, last, columns, mark = null }: Props) {
  const most = Math.max(1, mark?.value ?? 0, ...bars.map((bar) => bar.value));
  return (
    <figure class="chart">
      <figcaption class="heading">{title}</figcaption>
      <div class="bars" aria-hidden="true">
        {bars.map((bar) => (
          <div class="bar" key={bar.label} data-tip={bar.text}>
            <div style={{ blockSize: `${bar.value > 0 ? Math.max(5, (100 * bar.value) / most) : 0}%` }} />
          </div>
        ))}
        {mark && (
          <div class="bars-mark" style={{ insetBlockEnd: `${(100 * mark.value) / most}%` }}>
            <span>{mark.text}</span>
          </div>
        )}
      </div>
      <div class="axis" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </div>
      <ChartTable title={title} rows={bars} columns={columns} />
    </figure>
  );
}

export function ChartTable({
  title,
  rows,
  columns,
}: {
  title: string;
  rows: readonly Bar[];
  columns: [string, string];
}) {
  return (
    // A table keeps its own height, whatever it is told: only a box around it can hide it.
    <div class="unseen">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{Math.round(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
