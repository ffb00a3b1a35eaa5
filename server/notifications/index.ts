/** Notifications: what a person is told without having asked, once for each occasion. */
export { alreadyTold } from "./already-told";
export { unsubscribe } from "./digest/settings";
export { signUnsubscribe } from "./digest/unsubscribe-token";
export { type NewNotification, notifyMembers } from "./notify-members";
export { whoMaySee } from "./who-may-see";
