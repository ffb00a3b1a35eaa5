/** One message to one person. Text only: nothing in it can be markup, whatever a workspace is called. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Where one POST stops mails of this kind: mail programs offer it beside the sender (RFC 8058). */
  unsubscribeUrl?: string | null;
}

/** Hands a mail to a mail server; rejects when the server does not take it. */
export interface MailTransport {
  /** Whether the server answers and lets us in. Rejects when not; sends nothing. */
  check(): Promise<void>;
  deliver(mail: Mail): Promise<void>;
}
