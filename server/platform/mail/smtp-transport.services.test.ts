import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSmtp } from "@/scripts/services/smtp.mjs";
import { smtpTransport } from "./smtp-transport";

describe("mail over SMTP", () => {
  let server: Awaited<ReturnType<typeof startSmtp>>;
  beforeAll(async () => {
    server = await startSmtp();
  });
  afterAll(() => server.stop());

  it("arrives as it was written, at the one who was named", async () => {
    const transport = smtpTransport(server.smtpUrl, "Outrider <outrider@example.com>");
    await transport.deliver({ to: "ana@example.com", subject: "Grüße", text: "Line one\n.\nLine three, é" });
    const mail = server.mails.at(-1);
    expect(mail).toMatchObject({ from: "outrider@example.com", to: ["ana@example.com"] });
    expect(mail?.raw).toMatch(/Subject: =\?UTF-8\?/);
    expect(mail?.raw).toMatch(/Line one\r\n\.\r\nLine three/);
  });

  it("gets no second header, recipient or file from what a person typed", async () => {
    const transport = smtpTransport(server.smtpUrl, "Outrider <outrider@example.com>");
    const subject = "Join Acme\r\nBcc: eve@example.com\r\n\r\n<b>body</b>";
    await transport.deliver({ to: "ana@example.com", subject, text: "{{path: '/etc/passwd'}}" });
    const mail = server.mails.at(-1);
    const headers = mail?.raw.split("\r\n\r\n")[0] ?? "";
    expect(headers).not.toMatch(/^bcc:/im);
    expect(mail?.to).toEqual(["ana@example.com"]);
    await expect(transport.deliver({ to: "ana@example.com, eve@example.com", subject, text: "t" })).rejects.toThrow();
    expect(server.mails.flatMap(({ to }) => to)).not.toContain("eve@example.com");
  });

  it("shows what would act on whoever reads it, and begins no line that nobody wrote", async () => {
    const transport = smtpTransport(server.smtpUrl, "Outrider <outrider@example.com>");
    const subject = "\u001b[31mJoin\u009b0m\u2028X-Other: y\u202e";
    await transport.deliver({ to: "ana@example.com", subject, text: "a\u001b[2Jb\rc\u009bd\u202e\n<b>e</b>\n" });
    const [headers = "", ...body] = (server.mails.at(-1)?.raw ?? "").split("\r\n\r\n");
    expect(headers).not.toMatch(/[^\P{Cc}\r\n\t]|^X-Other:/mu);
    expect(headers).toContain("Subject: \\u001b[31mJoin\\u009b0m X-Other: y\\u202e");
    expect(body.join("").trimEnd()).toBe("a\\u001b[2Jb\\u000dc\\u009bd\\u202e\r\n<b>e</b>");
  });

  it("rejects when nobody takes it", async () => {
    const transport = smtpTransport("smtp://127.0.0.1:9", "outrider@example.com");
    await expect(transport.deliver({ to: "ana@example.com", subject: "s", text: "t" })).rejects.toThrow();
  });
});
