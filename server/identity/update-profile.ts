import { eq } from "drizzle-orm";
import { members, users } from "@/drizzle/schema";
import { afterCommit, inSystem } from "@/server/platform/workspace-context";
import { forgetPerson } from "./sessions";

/** Changes the person's name, also where workspaces keep a copy of it. */
export async function updateProfile(person: { userId: string }, input: { name: string }): Promise<void> {
  await inSystem(async (tx) => {
    await tx.update(users).set({ name: input.name }).where(eq(users.id, person.userId));
    await tx.update(members).set({ name: input.name }).where(eq(members.userId, person.userId));
    afterCommit(() => forgetPerson(person.userId));
  });
}
