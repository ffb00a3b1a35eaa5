/** Read on the server, so that a collapsed sidebar does not jump. */
export const sidebarCookie = "outrider_sidebar";
