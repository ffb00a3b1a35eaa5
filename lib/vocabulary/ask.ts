export const queryStatuses = ["queued", "running", "answered", "failed", "cancelled"] as const;
export type QueryStatus = (typeof queryStatuses)[number];

export const phases = ["understand", "plan", "execute", "reflect", "answer"] as const;
export type Phase = (typeof phases)[number];

export const streamEventTypes = ["phase", "source", "sentence", "rewind", "done", "failed"] as const;
export type StreamEventType = (typeof streamEventTypes)[number];

/** Which engine gave a judgement: our own rules, or a language model. */
export const engines = ["extractive", "model"] as const;
export type Engine = (typeof engines)[number];

export const feedbackKinds = ["useful", "wrong_source", "incomplete"] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export const queryTools = ["searchKnowledge", "readDocument", "listDocuments", "compareDocuments"] as const;
export type QueryTool = (typeof queryTools)[number];
