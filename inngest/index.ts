import { answerAskedQuery } from "./ask/answer-query";
import { sendMail } from "./identity/send-mail";
import { eraseDeletedDocument } from "./knowledge/erase-document";
import { readStoredSnapshot } from "./knowledge/read-snapshot";
import { tendSearchIndex } from "./knowledge/tend-search-index";

/** Every durable function of the product. */
export const functions = [answerAskedQuery, eraseDeletedDocument, readStoredSnapshot, sendMail, tendSearchIndex];
