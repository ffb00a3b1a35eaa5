/** What people are told about without having asked. */
export const notificationKinds = [
  "source_broken",
  "source_odd",
  "source_recovered",
  "source_to_fix",
  "opportunity_found",
  "opportunity_amended",
  "opportunity_assigned",
  "opportunity_decided",
  "deadline_moved",
  "deadline_near",
  "deadline_contradicted",
  "mentioned",
  "task_assigned",
  "task_due",
  "budget_near",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
