import { cookies, headers } from "next/headers";
import { signOut } from "@/server/identity";
import { callerOf } from "./caller";
import { readSessionTicket, sessionCookieName, sessionCookieOptions } from "./session-cookie";

/** Ends the session in the table first; the cookie goes afterwards and would be worth nothing if it stayed. For server actions. */
export async function endOwnSession(): Promise<void> {
  const here = new Headers(await headers());
  const ticket = await readSessionTicket(here);
  if (ticket) await signOut(ticket, callerOf(here));
  (await cookies()).set(sessionCookieName, "", { ...sessionCookieOptions, maxAge: 0 });
}
