import { expect, test } from "vitest";
import { defaultParseLimits } from "../limits";
import { outline } from "../testing/outline";
import { readEml } from "./eml";

test("reads headers, text and attachments of a mail", async () => {
  const mail = [
    "From: =?utf-8?q?J=C3=BCrgen?= <j@a.example>",
    "To: b@b.example",
    "Subject: Amendment 2",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="x"',
    "",
    "--x",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Gr=FC=DFe. The date is moved.",
    "",
    "--x",
    'Content-Type: text/plain; name="../../a.txt"',
    'Content-Disposition: attachment; filename="../../a.txt"',
    "",
    "attached",
    "--x--",
    "",
  ].join("\r\n");
  const { rendition, attachments } = await readEml(Buffer.from(mail), defaultParseLimits);
  expect(outline(rendition).slice(0, 4)).toEqual([
    "# Amendment 2",
    "From: Jürgen <j@a.example>",
    "To: <b@b.example>",
    "Grüße. The date is moved.",
  ]);
  expect(attachments.map((attachment) => Buffer.from(attachment.bytes).toString().trim())).toEqual(["attached"]);
});

test("reads a mail that is only HTML", async () => {
  const { rendition } = await readEml(
    Buffer.from(
      "From: a@a.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n<h2>Hi</h2><p>Text</p><script>x</script>",
    ),
    defaultParseLimits,
  );
  expect(outline(rendition)).toEqual(["From: <a@a.example>", "## Hi", "Text"]);
});
