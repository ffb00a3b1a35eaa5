/** Names the workspace of a request to our own API; the door checks membership. */
export const workspaceHeader = "x-outrider-workspace";
