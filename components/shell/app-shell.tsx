import { cookies } from "next/headers";
import type { ReactNode } from "react";
import type { ShellInfo } from "./shell-context";
import { ShellFrame } from "./shell-frame";
import { sidebarCookie } from "./sidebar-cookie";

/** Sidebar, top bar and all that is open on every page of a workspace. The layout passes what it has looked up. */
export async function AppShell({ children, ...info }: ShellInfo & { children: ReactNode }) {
  const isCollapsed = (await cookies()).get(sidebarCookie)?.value === "collapsed";
  return (
    <ShellFrame info={info} isInitiallyCollapsed={isCollapsed}>
      {children}
    </ShellFrame>
  );
}
