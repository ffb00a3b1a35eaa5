/** The original bytes of one version. A link and an event source send no headers, so the workspace stands in the address. */
export function fileAddress(workspaceSlug: string, snapshotId: string): string {
  return `/api/v1/files/${snapshotId}?workspace=${encodeURIComponent(workspaceSlug)}`;
}
