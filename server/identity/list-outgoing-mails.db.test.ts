import { expect, test } from "vitest";
import { mailOutbox } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { inSystem } from "@/server/platform/workspace-context";
import { listOutgoingMails } from "./list-outgoing-mails";
import { listOutgoingMailsOutput } from "./schemas";

openTestDatabase();

test("every mail of the outbox can be shown to the operator, one that can be stopped as well", async () => {
  const unsubscribeUrl = "https://outrider.example/api/unsubscribe?token=1";
  await inSystem((tx) =>
    tx.insert(mailOutbox).values([
      { recipient: "ana@example.com", subject: "Today", body: "Three tenders", unsubscribeUrl },
      { recipient: "ben@example.com", subject: "Invitation", body: "Come in" },
    ]),
  );
  const { mails, total } = listOutgoingMailsOutput.parse(await listOutgoingMails({ limit: 10, offset: 0 }));
  expect(total).toBe(2);
  expect(mails.map((mail) => mail.unsubscribeUrl).toSorted()).toEqual([unsubscribeUrl, null]);
});
