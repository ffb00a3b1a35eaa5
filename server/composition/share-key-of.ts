/** Workspaces share the jobs' capacity fairly; what belongs to none has a share of its own. */
export function shareKeyOf(event: { data?: Record<string, unknown> }): string {
  const workspaceId = event.data?.workspaceId;
  return typeof workspaceId === "string" ? workspaceId : "";
}
