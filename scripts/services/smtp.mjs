import { SMTPServer } from "smtp-server";

/**
 * A mail server on loopback that keeps what it receives.
 * @returns {Promise<{ smtpUrl: string, mails: { from: string, to: string[], raw: string }[], stop: () => Promise<void> }>}
 */
export async function startSmtp() {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${server.server.address().port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
