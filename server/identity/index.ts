export type { Caller } from "./caller";
export { recent } from "./recent";
export { findSession, type SessionTicket, type SignedInUser, sessionLifetimeSeconds } from "./sessions";
export { ensureSetupToken, isWaitingForOperator } from "./setup-token";
export { signIn } from "./sign-in";
export { signOut } from "./sign-out";
export { signUp } from "./sign-up";
