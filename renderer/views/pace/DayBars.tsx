import { longDay, shortDay, studyDate } from "../../text/dates.ts";
import { today as words } from "../../text/today.ts";
import { Bars } from "../../ui/Bars.tsx";
import { useApp } from "../context.ts";

interface Props {
  title: string;
  /** Expected minutes, a day each. */
  ahead: readonly number[];
  /** Days from today to the first of them. */
  from: 0 | 1;
  mark?: { value: number; text: string } | null;
}

/** Expected minutes of the days to come. */
export function DayBars({ title, ahead, from, mark = null }: Props) {
  const { settings, today } = useApp();
  const rollover = settings.view.value?.rolloverHour ?? 0;
  const date = (offset: number) => studyDate(today.now.value, rollover, from + offset);
  const first = ahead[0] ?? 0;
  return (
    <Bars
      title={title}
      columns={[words.day, words.minutes]}
      first={from === 0 ? words.firstBar(first) : words.tomorrowBar(first)}
      last={shortDay(date(ahead.length - 1))}
      mark={mark}
      bars={ahead.map((minutes, i) => {
        const label = longDay(date(i));
        return { label, value: minutes, text: words.minutesOn(label, minutes) };
      })}
    />
  );
}
