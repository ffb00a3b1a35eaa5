import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { SignedInUser } from "@/server/identity";
import { createRequestContext } from "./request-context";

/** Who looks at this page, or null. Once per request. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const { user } = await createRequestContext({ headers: new Headers(await headers()) });
  return user;
});

/** Sends a stranger to the sign-in page, which leads back to `path`. */
export async function requireUser(path: string): Promise<SignedInUser> {
  const user = await currentUser();
  if (!user?.userId) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return user;
}
