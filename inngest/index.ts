import { answerAskedQuery } from "./ask/answer-query";
import { sendMail } from "./identity/send-mail";
import { eraseDeletedDocument } from "./knowledge/erase-document";
import { readStoredSnapshot } from "./knowledge/read-snapshot";
import { tendSearchIndex } from "./knowledge/tend-search-index";
import { readSourceNotices } from "./opportunities/read-notices";
import { scanSource } from "./sources/scan-source";
import { startDueRuns } from "./sources/start-due-runs";
import { removeErasedFiles } from "./workspaces/remove-erased-files";

/** Every durable function of the product. */
export const functions = [
  answerAskedQuery,
  eraseDeletedDocument,
  readSourceNotices,
  readStoredSnapshot,
  removeErasedFiles,
  scanSource,
  sendMail,
  startDueRuns,
  tendSearchIndex,
];
