import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { expect, test } from "vitest";
import { acting, actingTitles as titles } from "@/e2e/fixtures/acting-titles";
import { writeIcs } from "@/server/opportunities/calendar/write-ics";
import { composeDigest } from "@/server/opportunities/digest/compose-digest";
import { writeTable } from "@/server/opportunities/write-table";
import { logOptions } from "@/server/platform/logging";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { invitationMail } from "@/server/workspaces/invitations/invitation-mail";

test("the log on its way to a file: a line for each record, which a terminal only shows and JSON gives back", () => {
  const folder = mkdtempSync(join(tmpdir(), "outrider-log-"));
  const file = join(folder, "log");
  const logger = pino({ ...logOptions, level: "info" }, pino.destination({ dest: file, sync: true }));
  for (const title of titles) logger.info({ title, [title]: 1, err: new Error(title) }, title);
  const written = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  expect(written).not.toMatch(acting);
  const records = written
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { title: string; msg: string; level: number });
  expect(records.map(({ title }) => title)).toEqual(titles);
  expect(records.map(({ msg }) => msg)).toEqual(titles);
  expect(records.every(({ level }) => level === 30)).toBe(true);
});

test("mails: a subject is one line, and no name begins a line of the body", () => {
  for (const title of titles) {
    const link = "https://ours.example/accept-invitation?token=x";
    const ctx = { workspace: { name: title } } as WorkspaceContext;
    const invitation = invitationMail(ctx, { email: "ana@example.com", role: "member" }, link);
    const line = { text: title, detail: title, link: "https://ours.example/acme/o" };
    const digest = composeDigest({
      ...{ workspaceName: title, day: "1 May", listLink: link, settingsLink: link, unsubscribeLink: link },
      sections: [{ title: "New", counted: "new", lines: [line] }],
    });
    const plain = composeDigest({
      ...{ workspaceName: "Acme", day: "1 May", listLink: link, settingsLink: link, unsubscribeLink: link },
      sections: [{ title: "New", counted: "new", lines: [{ ...line, text: "x", detail: "x" }] }],
    });
    for (const body of [invitation.body, digest.body]) expect(body).not.toMatch(acting);
    expect(digest.body.split("\n")).toHaveLength(plain.body.split("\n").length);
    expect(invitation.body.split("\n")).toHaveLength(8);
  }
});

test("calendars and lists: one entry, one record each, and the words of a record come back as they are", () => {
  const at = new Date("2031-03-15T16:00:00Z");
  const events = titles.map((title, index) => ({
    ...{ uid: `${index}@ours.example`, sequence: 0, summary: title, description: title },
    ...{ url: `https://ours.example/o/${index}`, at, changedAt: at, isCancelled: false },
  }));
  const ics = writeIcs(titles.join(" "), events, at);
  expect(ics.replaceAll("\r\n", "\n")).not.toMatch(/[^\P{Cc}\t\n]/u);
  expect(ics.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(titles.length);
  expect(ics.match(/^SUMMARY:/gm)).toHaveLength(titles.length);
  expect(ics).not.toMatch(/^(Bcc|\{)/m);

  const rows = titles.map((title) => [title, "end"]);
  const { text } = writeTable("csv", "tenders", { name: "Tenders", header: ["Title", "End"], widths: [9, 9], rows });
  const cells = [...(text ?? "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*)),end\r\n/g)];
  expect(cells.map(([, quoted, bare]) => (quoted ?? bare ?? "").replaceAll('""', '"'))).toEqual(titles);
});
