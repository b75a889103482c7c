import { ChevronLeft, ChevronRight } from "lucide";
import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { DaysOffModel } from "../../state/pace/daysOff.ts";
import { addMonths, dateIn, monthOf, stepDay, weeksOf } from "../../state/pace/month.ts";
import { monthName } from "../../text/dates.ts";
import { daysOff as words } from "../../text/daysOff.ts";
import { Icon } from "../../ui/Icon.tsx";

/** A month of days that can be marked: arrows move, Space marks, Shift marks all between. */
export function Month({ daysOff }: { daysOff: DaysOffModel }) {
  const grid = useRef<HTMLTableElement>(null);
  const held = useRef(false);
  const at = daysOff.at.value;
  const name = monthName(at);
  // The keyboard follows the day, also into another month; a month that was turned by its button leaves it on the button.
  useLayoutEffect(() => {
    if (held.current) grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [at]);

  function press(event: TargetedKeyboardEvent<HTMLTableElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stepDay(at, event.key);
    if (to === null) {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      if (!event.repeat) daysOff.toggle(at);
      return;
    }
    event.preventDefault();
    if (event.shiftKey) daysOff.extend(to);
    else daysOff.go(to);
  }

  return (
    <div class="month">
      <header class="month-head">
        <h3 class="month-name" aria-live="polite">
          {name}
        </h3>
        <Turn text={words.before} icon={ChevronLeft} onTurn={() => daysOff.go(addMonths(monthOf(at), -1))} />
        <Turn text={words.after} icon={ChevronRight} onTurn={() => daysOff.go(addMonths(monthOf(at), 1))} />
      </header>
      <table
        ref={grid}
        class="month-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: days in weeks are a table; arrows move in a grid
        role="grid"
        aria-label={words.grid(name)}
        onKeyDown={press}
        onFocusCapture={() => {
          held.current = true;
        }}
        onBlurCapture={(event) => {
          if (event.relatedTarget) held.current = false;
        }}
      >
        <thead>
          <tr>
            {words.weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, i) => (day === null ? <td key={i} /> : <Day key={day} day={day} daysOff={daysOff} />))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* The button that has the focus says the same. */}
      <p class="help" aria-hidden="true">
        {words.about(at, daysOff.today, daysOff.load.get(at))} {words.shade}
      </p>
    </div>
  );
}

function Turn({ text, icon, onTurn }: { text: string; icon: typeof ChevronLeft; onTurn(): void }) {
  return (
    <button type="button" class="tool" aria-label={text} data-tip={text} onClick={onTurn}>
      <Icon of={icon} />
    </button>
  );
}

function Day({ day, daysOff }: { day: number; daysOff: DaysOffModel }) {
  const { today, load } = daysOff;
  const off = daysOff.off.value.has(day);
  const past = day < today;
  const due = load.get(day);
  const most = Math.max(1, ...daysOff.view.load.map(({ minutes }) => minutes));
  const name = past ? words.past(day, today) : words.day({ day, today, cards: due ? due.cards : null, off });
  return (
    <td>
      <button
        type="button"
        class={`day-off${off ? " is-off" : ""}${past ? " is-past" : ""}${day === today ? " is-today" : ""}`}
        tabIndex={day === daysOff.at.value ? 0 : -1}
        data-first={day === daysOff.at.value ? "" : undefined}
        aria-pressed={off}
        aria-disabled={past || undefined}
        style={{ "--load": due && !past ? due.minutes / most : 0 }}
        onClick={(event) => {
          if (event.shiftKey) daysOff.extend(day);
          else daysOff.toggle(day);
        }}
      >
        <span class="unseen">{name}</span>
        <span class="day-date" aria-hidden="true">
          {dateIn(day)}
        </span>
        <span class="day-mark" aria-hidden="true">
          {off && words.off}
        </span>
      </button>
    </td>
  );
}
