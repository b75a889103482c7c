import type { Calendar } from "./day.ts";

/** The present, as the composition root hands it to the core: an instant and the calendar that counts days. */
export interface Moment {
  ms: number;
  calendar: Calendar;
}
