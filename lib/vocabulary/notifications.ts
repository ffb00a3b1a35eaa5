/** What people are told about without having asked. */
export const notificationKinds = ["source_broken", "source_odd", "source_recovered"] as const;
export type NotificationKind = (typeof notificationKinds)[number];
