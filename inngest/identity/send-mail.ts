import { inngest } from "@/server/jobs/client";
import { asJob } from "@/server/jobs/errors";
import { mailQueued } from "@/server/jobs/events";
import { deliverMail } from "@/server/platform/mail/deliver-mail";

/**
 * A mail was written into the outbox: hand it to the mail server, if there is one. Else the operator reads it there. A server that is
 * out or refuses is asked again for about a day, which a night's outage does not outlast. One at a time for each mail: who announces
 * it again sends nothing twice.
 */
export const sendMail = inngest.createFunction(
  {
    id: "send-mail",
    triggers: [mailQueued],
    retries: 20,
    concurrency: [{ key: "event.data.mailId", limit: 1 }],
  },
  async ({ event, step }) => ({ state: await step.run("deliver", () => asJob(() => deliverMail(event.data.mailId))) }),
);
