/** Identity: accounts, passwords, sessions and mails to people, across all workspaces; the operator of the installation. */
export type { Caller } from "./caller";
export { makeOperator } from "./make-operator";
export { type Mail, queueMail } from "./queue-mail";
export { recent } from "./recent";
export { requirePassword } from "./require-password";
export { isResetLinkOpen } from "./reset-password";
export { sendWaitingMails } from "./send-waiting-mails";
export {
  createSession,
  findSession,
  forgetPerson,
  type SessionTicket,
  type SignedInUser,
  sessionLifetimeSeconds,
} from "./sessions";
export { ensureSetupToken, isWaitingForOperator } from "./setup-token";
export { signIn } from "./sign-in";
export { createSignInLink } from "./sign-in-link";
export { signOut } from "./sign-out";
export { signUp } from "./sign-up";
