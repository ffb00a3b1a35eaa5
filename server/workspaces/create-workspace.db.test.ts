import { expect, test } from "vitest";
import { aMember, aWorkspace } from "@/drizzle/factories/context";
import { collections } from "@/drizzle/schema";
import { openTestDatabase } from "@/drizzle/testing";
import { newId } from "@/lib/ids";
import { inWorkspace } from "@/server/platform/workspace-context";
import { createWorkspace, findMembership, listOwnWorkspaces } from ".";
import { reservedSlugs } from "./slug";

openTestDatabase();

async function aFounder() {
  const { userId } = await aMember(await aWorkspace());
  return { userId, sessionId: newId(), email: "founder@example.com", name: "Founder" };
}

test("the founder owns the new workspace, and it has its first collection", async () => {
  const founder = await aFounder();
  const ctx = await createWorkspace(founder, { name: "Müller & Söhne" }, newId());
  expect(ctx).toMatchObject({ role: "owner", workspace: { name: "Müller & Söhne", slug: "muller-sohne" } });
  expect(await findMembership(founder.userId, "muller-sohne")).toMatchObject({ role: "owner" });
  expect(await inWorkspace(ctx, (tx) => tx.select().from(collections))).toMatchObject([
    { number: 0, name: "General", isDefault: true },
  ]);
  expect((await listOwnWorkspaces(founder.userId)).map((one) => one.slug)).toContain("muller-sohne");
});

test("a name that is taken, reserved or without letters still gets an address", async () => {
  const founder = await aFounder();
  const slugs = [];
  for (const name of ["Twice", "Twice", "Sign in", "株式会社"]) {
    slugs.push((await createWorkspace(founder, { name }, newId())).workspace.slug);
  }
  expect(new Set(slugs).size).toBe(4);
  expect(slugs.filter((slug) => reservedSlugs.has(slug))).toEqual([]);
});
