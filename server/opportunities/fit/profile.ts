import { eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type WorkspaceProfile, workspaceProfiles } from "@/drizzle/schema";
import type { Profile } from "@/drizzle/schema/workspace-profiles";
import { definedOnly } from "@/lib/defined-only";
import { type FitFactor, fitFactors } from "@/lib/vocabulary/opportunities";
import { announce } from "@/server/jobs/announce";
import { profileChanged } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadPeople } from "../queries";
import type { ProfileOutput, UpdateProfileInput } from "./schemas";
import { firstWeights } from "./total-fit";

const emptyProfile: Profile = {
  capabilities: [],
  places: [],
  categories: [],
  certifications: [],
  minValue: null,
  maxValue: null,
  currency: null,
  exclusions: [],
  setAsides: [],
  bidDays: null,
  incumbentAt: [],
};

export async function readProfile(
  tx: Tx,
  ctx: WorkspaceContext,
): Promise<{ profile: Profile; weights: Record<FitFactor, number>; row: WorkspaceProfile | null }> {
  const [row] = await tx.select().from(workspaceProfiles).where(eq(workspaceProfiles.workspaceId, ctx.workspace.id));
  return {
    profile: { ...emptyProfile, ...row?.profile },
    weights: { ...firstWeights, ...row?.weights },
    row: row ?? null,
  };
}

/** What the workspace does, where and for how much. */
export async function getProfile(ctx: WorkspaceContext): Promise<ProfileOutput> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const { profile, weights, row } = await readProfile(tx, ctx);
    const person = await loadPeople(tx, ctx, [row?.editedBy ?? null]);
    return { profile, weights, updatedAt: row?.updatedAt ?? null, editedBy: person(row?.editedBy ?? null) };
  });
}

/** What is given replaces what was. All open opportunities are then weighed again. Throws InvalidInputError (sizes without a currency). */
export async function updateProfile(ctx: WorkspaceContext, input: UpdateProfileInput): Promise<ProfileOutput> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await readProfile(tx, ctx);
    const profile = tidy({ ...before.profile, ...definedOnly(input.profile) });
    const { minValue, maxValue, currency } = profile;
    if ((minValue !== null || maxValue !== null) && currency === null) {
      throw new InvalidInputError("Say in which currency the sizes of contracts are meant.");
    }
    if (minValue !== null && maxValue !== null && minValue > maxValue) {
      throw new InvalidInputError("The smallest contract is larger than the largest.");
    }
    const weights = { ...before.row?.weights, ...definedOnly(input.weights) };
    const values = { profile, weights, editedBy: ctx.actor.userId, updatedAt: new Date() };
    await tx
      .insert(workspaceProfiles)
      .values({ ...values, workspaceId: ctx.workspace.id })
      .onConflictDoUpdate({ target: workspaceProfiles.workspaceId, set: values });
    await recordAudit(tx, ctx, {
      action: "profile.update",
      detail: { fields: [...Object.keys(input.profile ?? {}), ...(input.weights ? ["weights"] : [])] },
    });
    await announce(tx, profileChanged.create({ workspaceId: ctx.workspace.id, userId: null }));
    const person = await loadPeople(tx, ctx, [ctx.actor.userId]);
    return {
      profile,
      weights: Object.fromEntries(
        fitFactors.map((factor) => [factor, weights[factor] ?? firstWeights[factor]]),
      ) as Record<FitFactor, number>,
      updatedAt: values.updatedAt,
      editedBy: person(ctx.actor.userId),
    };
  });
}

/** The same line twice is one. */
function tidy(profile: Profile): Profile {
  return Object.fromEntries(
    Object.entries(profile).map(([field, value]) => [
      field,
      Array.isArray(value)
        ? value.filter((line, at) => value.findIndex((one) => one.toLowerCase() === line.toLowerCase()) === at)
        : value,
    ]),
  ) as unknown as Profile;
}
