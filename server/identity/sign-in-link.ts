import { baseUrl } from "@/lib/env";
import { inSystem } from "@/server/platform/workspace-context";
import { issueAuthToken } from "./auth-tokens";

/**
 * A link that signs the person in once, within 15 minutes, and leads to `path`. For programs on the server's own machine
 * that show it to who started them; it is never sent by mail.
 */
export async function createSignInLink(userId: string, path = "/workspaces"): Promise<string> {
  const token = await inSystem((tx) => issueAuthToken(tx, userId, "sign_in_link"));
  return `${baseUrl}/sign-in/link?next=${encodeURIComponent(path)}#${token}`;
}
