"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { returnPath } from "@/lib/return-path";
import { endOwnSession } from "@/server/composition/end-own-session";

/** For who has two addresses or opened another person's invitation: out, and back to the very link, which the proxy names. */
export async function signOutFirst(): Promise<void> {
  const here = (await headers()).get("x-outrider-path");
  await endOwnSession();
  redirect(returnPath(here));
}
