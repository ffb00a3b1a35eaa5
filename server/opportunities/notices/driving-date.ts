import type { StatedDeadline } from "../fields/stated-deadline";
import type { DeadlineGroup } from "../fields/tender-fields";

/**
 * The statement by which a notice's date is to be known: the best supported one, else the earliest. Null when no day is stated. Without its place, which counts in a text to which a notice does not point.
 */
export function drivingDate({ statements, inForce, earliest }: DeadlineGroup): StatedDeadline | null {
  const index = inForce ?? earliest;
  const stated = index === null ? undefined : statements[index];
  if (!stated?.localDate) return null;
  const { place: _, ...said } = stated;
  return said;
}
