import { answerAskedQuery } from "./ask/answer-query";
import { remindOfTasks } from "./collaboration/remind-of-tasks";
import { sendMail } from "./identity/send-mail";
import { eraseDeletedDocument } from "./knowledge/erase-document";
import { readStoredSnapshot } from "./knowledge/read-snapshot";
import { tendSearchIndex } from "./knowledge/tend-search-index";
import { tellOfBudget } from "./models/tell-of-budget";
import { alertSavedSearches, catchUpSavedSearches } from "./opportunities/alert-saved-searches";
import { followReadDocument, forgetRemovedDocument } from "./opportunities/follow-documents";
import { readSourceNotices } from "./opportunities/read-notices";
import { readTender } from "./opportunities/read-tender";
import { refineRequirements } from "./opportunities/refine-requirements";
import { remindOfDeadlines } from "./opportunities/remind-of-deadlines";
import { sendDigests } from "./opportunities/send-digests";
import {
  noticeGrownLibrary,
  weighOpportunities,
  weighOpportunity,
  weighTimeLeft,
} from "./opportunities/weigh-opportunities";
import { applyRetentionDaily, removeRetiredFiles } from "./sources/apply-retention";
import { scanSource } from "./sources/scan-source";
import { startDueRuns } from "./sources/start-due-runs";
import { summariseDetectedChange } from "./sources/summarise-change";
import { removeErasedFiles } from "./workspaces/remove-erased-files";

/** Every durable function of the product. */
export const functions = [
  alertSavedSearches,
  answerAskedQuery,
  applyRetentionDaily,
  catchUpSavedSearches,
  eraseDeletedDocument,
  followReadDocument,
  forgetRemovedDocument,
  noticeGrownLibrary,
  readTender,
  readSourceNotices,
  readStoredSnapshot,
  refineRequirements,
  remindOfDeadlines,
  remindOfTasks,
  removeErasedFiles,
  removeRetiredFiles,
  scanSource,
  sendDigests,
  sendMail,
  startDueRuns,
  summariseDetectedChange,
  tellOfBudget,
  tendSearchIndex,
  weighOpportunities,
  weighOpportunity,
  weighTimeLeft,
];
