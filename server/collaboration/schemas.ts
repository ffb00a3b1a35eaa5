import { z } from "zod";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { plainText } from "@/lib/plain-text";
import { flag } from "@/lib/query-values";

/** What is talked and worked about: a kind and an id, so that this floor knows no product word. */
const subjectRef = { subjectKind: z.string().regex(/^[a-z_]{1,40}$/), subjectId: z.uuid() };
export interface SubjectRef {
  subjectKind: string;
  subjectId: string;
}

/** Null where the product itself did it; the name is null when the person is no member any more. */
const person = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable();

export const listCommentsInput = z.strictObject({ ...subjectRef });
export const comment = z.object({
  id: z.uuid(),
  /** Empty for a removed one, which stays as a tombstone. */
  body: z.string(),
  mentions: z.array(z.object({ id: z.uuid(), name: z.string().nullable() })),
  document: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  author: person,
  createdAt: isoTimestamp,
  editedAt: isoTimestamp.nullable(),
  deletedAt: isoTimestamp.nullable(),
  /** Whether the asking person may still change its words, or remove it. */
  mayEdit: z.boolean(),
  mayRemove: z.boolean(),
});
export type CommentView = z.input<typeof comment>;
/** Oldest first. */
export const listCommentsOutput = z.object({ comments: z.array(comment) });

const body = plainText(8000).min(1);
const mentions = z.array(z.uuid()).max(50);
export const addCommentInput = z.strictObject({
  ...subjectRef,
  body,
  /** People named with @; the client resolves the names. Those who may see the subject are told. */
  mentions: mentions.default([]),
  documentId: z.uuid().nullish(),
});
export type AddCommentInput = z.output<typeof addCommentInput>;
export const editCommentInput = z.strictObject({ id: z.uuid(), body, mentions: mentions.default([]) });
export type EditCommentInput = z.output<typeof editCommentInput>;
export const commentId = z.strictObject({ id: z.uuid() });

export const task = z.object({
  id: z.uuid(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  /** What the subject is called; null where it is gone. */
  subjectTitle: z.string().nullable(),
  path: z.string(),
  title: z.string(),
  assignee: person,
  dueAt: isoTimestamp.nullable(),
  position: z.number(),
  doneAt: isoTimestamp.nullable(),
  doneBy: person,
  createdBy: person,
  createdAt: isoTimestamp,
});
export type TaskView = z.input<typeof task>;

export const listTasksInput = z.strictObject({ ...subjectRef });
/** Those to do first, in their order; then those that are done, the last done first. */
export const listTasksOutput = z.object({ tasks: z.array(task) });
export const listOwnTasksInput = z.strictObject({
  isDone: flag.default(false),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListOwnTasksInput = z.output<typeof listOwnTasksInput>;

const taskTitle = plainText(300).min(1);
const dueAt = z.iso.datetime({ offset: true }).nullable();
export const addTaskInput = z.strictObject({
  ...subjectRef,
  title: taskTitle,
  assigneeId: z.uuid().nullish(),
  dueAt: dueAt.optional(),
});
export type AddTaskInput = z.output<typeof addTaskInput>;
export const updateTaskInput = z.strictObject({
  id: z.uuid(),
  title: taskTitle.optional(),
  assigneeId: z.uuid().nullable().optional(),
  dueAt: dueAt.optional(),
  isDone: z.boolean().optional(),
});
export type UpdateTaskInput = z.output<typeof updateTaskInput>;
/** Behind `afterId`, or first when it is null. */
export const moveTaskInput = z.strictObject({ id: z.uuid(), afterId: z.uuid().nullable() });
export type MoveTaskInput = z.output<typeof moveTaskInput>;
export const taskId = z.strictObject({ id: z.uuid() });

export const listActivitiesInput = z.strictObject({
  ...subjectRef,
  /** Older than this moment: the `until` of the page before. */
  before: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListActivitiesInput = z.output<typeof listActivitiesInput>;
/** Deeds and comments in one list by time, newest first. */
export const listActivitiesOutput = z.object({
  items: z.array(
    z.discriminatedUnion("type", [
      z.object({
        type: z.literal("activity"),
        id: z.uuid(),
        /** "stage.move", "task.add" ...: for the icon. */
        deed: z.string(),
        /** Continues the person's name: "moved it to Review". */
        text: z.string(),
        detail: z.record(z.string(), z.unknown()),
        person,
        at: isoTimestamp,
      }),
      z.object({ type: z.literal("comment"), id: z.uuid(), comment, at: isoTimestamp }),
    ]),
  ),
  /** Ask again with this as `before`; null when there is nothing older. */
  until: isoTimestamp.nullable(),
});
export type ListActivitiesOutput = z.input<typeof listActivitiesOutput>;
