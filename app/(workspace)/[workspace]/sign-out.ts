"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { callerOf } from "@/server/composition/caller";
import { readSessionTicket, sessionCookieName, sessionCookieOptions } from "@/server/composition/session-cookie";
import { signOut } from "@/server/identity";

/** Ends the session in the table first; the cookie goes afterwards and would be worth nothing if it stayed. */
export async function signOutHere(): Promise<void> {
  const here = new Headers(await headers());
  const ticket = await readSessionTicket(here);
  if (ticket) await signOut(ticket, callerOf(here));
  (await cookies()).set(sessionCookieName, "", { ...sessionCookieOptions, maxAge: 0 });
  redirect("/sign-in");
}
