/** Collaboration: comments, tasks and activities about a subject, which is a kind and an id; its collection decides who sees them. */
export { type NewActivity, recordActivity } from "./activities/record-activity";
export { rehomeSubject } from "./rehome-subject";
export { remindOfTasks } from "./reminders/remind-of-tasks";
export type { Subject, SubjectBook } from "./subject";
