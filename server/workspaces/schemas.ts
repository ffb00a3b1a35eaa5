import { z } from "zod";
import { roles } from "@/lib/vocabulary/workspaces";

const workspaceName = z.string().trim().min(2, "Use at least 2 characters.").max(80);
export const createWorkspaceInput = z.strictObject({ name: workspaceName });
export type CreateWorkspaceInput = z.infer<typeof createWorkspaceInput>;
export const renameWorkspaceInput = z.strictObject({ name: workspaceName });

export const workspaceOutput = z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() });
export const ownWorkspaceOutput = workspaceOutput.extend({ role: z.enum(roles) });
