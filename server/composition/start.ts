import { getDatabase } from "@/drizzle/client";
import { behindPeople } from "@/drizzle/turns";
import { functions } from "@/inngest";
import { answerAskedQuery } from "@/inngest/ask/answer-query";
import { dataPath, env, usesInngest } from "@/lib/env";
import { makePrivateFolder } from "@/lib/private-folder";
import { guardExchanges } from "@/server/http/guard-exchanges";
import { countOpenRequests } from "@/server/http/open-requests";
import { recordPeerAddresses } from "@/server/http/peer-address";
import { ensureSetupToken, sendWaitingMails } from "@/server/identity";
import { inngest, setJobsRuntime } from "@/server/jobs/client";
import { type RunningEngine, startEmbeddedEngine } from "@/server/jobs/engine";
import { type Relay, startRelay } from "@/server/jobs/relay";
import { chooseEmbedders } from "@/server/knowledge/retrieval";
import { findTextEmbedder } from "@/server/models";
import { logger } from "@/server/platform/logging";
import { formerSecrets } from "@/server/platform/secret";
import { resealSecrets } from "./reseal-secrets";
import { shareKeyOf } from "./share-key-of";

const holder = globalThis as typeof globalThis & { outriderStarted?: Promise<Started> };

interface Started {
  engine: RunningEngine | null;
  relay: Relay | null;
}

/** Opens the database, brings it up to date and starts the jobs of this process; once, whoever calls. */
export function startServer(): Promise<Started> {
  holder.outriderStarted ??= start().catch((error) => {
    delete holder.outriderStarted;
    throw error;
  });
  return holder.outriderStarted;
}

/** Somebody sits before a question and waits for each sentence; all other work can wait for whoever clicks. */
const answering = answerAskedQuery.id(inngest.id);

async function tellOfReseal(): Promise<void> {
  try {
    const { anew, unreadable } = await resealSecrets();
    logger.info({ event: "seal.anew", anew, unreadable }, "secrets that an old secret sealed are sealed anew");
  } catch (error) {
    logger.error({ err: error }, "secrets could not be sealed anew; the old secret is still needed");
  }
}

/** A mail server is named by the environment, so there is a new one after a start only. */
async function sendWhatWaits(): Promise<void> {
  try {
    const mails = await sendWaitingMails();
    if (mails > 0) logger.info({ event: "mail.waiting", mails }, "mails that waited for a mail server are sent");
  } catch (error) {
    logger.error({ err: error }, "mails that waited for a mail server are not sent");
  }
}

/** Files on their way in lie there, whatever else is kept elsewhere. */
function assertDataFolder(): void {
  try {
    makePrivateFolder(dataPath());
  } catch (cause) {
    throw new Error(`${(cause as Error).message} Name another with OUTRIDER_DATA.`, { cause });
  }
}

async function start(): Promise<Started> {
  recordPeerAddresses();
  countOpenRequests();
  guardExchanges(env.PORT);
  assertDataFolder();
  const database = await getDatabase();
  await ensureSetupToken();
  chooseEmbedders(findTextEmbedder);
  // Beside everything else: what an old secret sealed is read all the same.
  if (formerSecrets("column-encryption").length > 0) void tellOfReseal();
  if (usesInngest) {
    const relay = startRelay();
    // Nothing asks the embedded engine here; announcing still wakes the relay at once.
    setJobsRuntime({ fetch: globalThis.fetch, wake: relay.wake });
    void sendWhatWaits();
    return { engine: null, relay };
  }
  const engine = await startEmbeddedEngine({
    client: inngest,
    functions,
    database,
    connect: setJobsRuntime,
    logger,
    around: (functionId, call) => (functionId === answering ? call() : behindPeople(call)),
    shareKeyOf,
  });
  void sendWhatWaits();
  return { engine, relay: null };
}
