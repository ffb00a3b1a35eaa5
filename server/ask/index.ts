/**
 * Ask: questions in conversations, answered by a durable job onto a durable stream. Every sentence handed out has passed the gate
 * and carries citations whose offsets are UTF-16 units of a rendition.
 */
export { answerQuery, type RunStep } from "./answering/answer-query";
export { askQuestion } from "./ask-question";
export { clearErasedWords } from "./clear-erased-words";
export { listQueries } from "./conversations/list-queries";
export { cancelQuery, failQuery, reopenQuery } from "./end-query";
export { getQuery } from "./get-query";
export { followStream } from "./stream/follow-stream";
export { forgetDocument } from "./tools/forget-document";
