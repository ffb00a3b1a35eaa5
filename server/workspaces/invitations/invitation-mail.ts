import { oneLine } from "@/lib/literal-text";
import type { Role } from "@/lib/vocabulary/workspaces";
import type { Mail } from "@/server/identity";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export function invitationMail(ctx: WorkspaceContext, to: { email: string; role: Role }, link: string): Mail {
  const name = oneLine(ctx.workspace.name);
  return {
    recipient: to.email,
    subject: `Invitation to ${name} on Outrider`,
    body: `You are invited to the workspace "${name}" on Outrider, with the role ${to.role}.

The invitation is for ${to.email} only. It is good for 7 days and can be used once:

${link}

If you do not know what this is about, you can ignore this mail.
`,
  };
}
