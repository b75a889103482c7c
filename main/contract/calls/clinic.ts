import * as v from "valibot";
import type { ClinicView } from "../clinic.ts";
import { id, takes } from "./schemas.ts";

/** Cards that are forgotten again and again. */
export const clinicCalls = {
  clinic: takes({ card: id }).returns<ClinicView>(),
  /** Suspends the card, or takes it back in. */
  pauseCard: takes({ card: id, paused: v.boolean() }).returns<ClinicView>(),
};
