import { type Bar, ChartTable } from "./Bars.tsx";

/** One square a day, deeper where more was done. */
export function Days({ title, days, columns }: { title: string; days: readonly Bar[]; columns: [string, string] }) {
  const most = Math.max(1, ...days.map((day) => day.value));
  return (
    <figure class="chart">
      <figcaption class="heading">{title}</figcaption>
      <div class="days" aria-hidden="true">
        {days.map((day) => (
          <div class="day" key={day.label} data-tip={day.text}>
            <div class="day-done" style={{ opacity: day.value > 0 ? 0.25 + (0.75 * day.value) / most : 0 }} />
          </div>
        ))}
      </div>
      <ChartTable title={title} rows={days} columns={columns} />
    </figure>
  );
}
