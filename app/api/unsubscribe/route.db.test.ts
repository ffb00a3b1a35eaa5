import { expect, test, vi } from "vitest";
import { getDatabase } from "@/drizzle/client";
import { aWorkspace } from "@/drizzle/factories/context";
import { anOpportunity } from "@/drizzle/factories/opportunity";
import { notifications } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { startSmtp } from "@/scripts/services/smtp.mjs";
import { asCaller, signedIn } from "@/server/composition/testing/as-caller";
import { sendDigest } from "@/server/opportunities";
import { deliverMail } from "@/server/platform/mail/deliver-mail";
import { smtpTransport } from "@/server/platform/mail/smtp-transport";
import * as ports from "@/server/platform/ports";
import { resolveJobContext } from "@/server/workspaces";
import { GET, POST } from "./route";

openTestDatabase();

test("over a real mail server the daily mail carries the address that stops it with one request, and one request stops it", async () => {
  const owner = await aWorkspace();
  const caller = await asCaller(await signedIn(owner.userId, owner.workspace.slug));
  await caller.notifications.updateSettings({ hasMailDigest: true });
  const { email } = await caller.notifications.settings();
  const { id } = await anOpportunity(owner, { title: "Weir" });
  const workspaceId = owner.workspace.id;
  const { db } = await getDatabase();
  await db.insert(notifications).values({
    workspaceId,
    id: newId(),
    userId: owner.userId,
    kind: "opportunity_found",
    title: "Found",
    body: "City",
    path: `/opportunities/${id}`,
    occasion: newId(),
    createdAt: new Date("2031-05-13T08:00:00Z"),
  });
  const self = await resolveJobContext({ data: { workspaceId, userId: owner.userId } }, "test");
  const { mailId } = await sendDigest(self, new Date("2031-05-13T09:00:00Z"));
  const server = await startSmtp();
  try {
    vi.spyOn(ports, "mailTransport").mockReturnValue(smtpTransport(server.smtpUrl, "outrider@example.com"));
    expect(await deliverMail(mailId ?? "")).toBe("sent");
  } finally {
    vi.restoreAllMocks();
    await server.stop();
  }
  const [mail] = server.mails;
  expect(mail?.to).toEqual([email]);
  const headers = mail?.raw.split("\r\n\r\n")[0]?.replace(/\r\n\s+/g, " ") ?? "";
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  const url = /^List-Unsubscribe: <(\S+)>/m.exec(headers)?.[1] ?? "";
  const oneClick = (address: string) =>
    POST(new Request(address, { method: "POST", body: "List-Unsubscribe=One-Click" }));
  expect((await oneClick(`${url}x`)).status).toBe(400);
  const looked = GET(new Request(url));
  expect([looked.status, looked.headers.get("location")]).toEqual([
    303,
    url.replace("/api/unsubscribe", "/unsubscribe"),
  ]);
  expect((await caller.notifications.settings()).hasMailDigest).toBe(true);
  expect((await oneClick(url)).status).toBe(200);
  expect((await caller.notifications.settings()).hasMailDigest).toBe(false);
});
