import type { StatedDeadline } from "../fields/stated-deadline";
import type { DeadlineGroup } from "../fields/tender-fields";

/**
 * The statement that stands for a notice's date: the best supported one, else the earliest. Null when no day is stated. Its place is left out,
 * because offsets mean nothing outside the text that was read and a notice does not point to that.
 */
export function drivingDate({ statements, inForce, earliest }: DeadlineGroup): StatedDeadline | null {
  const index = inForce ?? earliest;
  const stated = index === null ? undefined : statements[index];
  if (!stated?.localDate) return null;
  const { place: _, ...said } = stated;
  return said;
}
