"use client";
import { createContext, type ReactNode, useContext } from "react";

export interface ShellWorkspace {
  id: string;
  slug: string;
  name: string;
}

export interface ShellMember {
  name: string;
  email: string;
  role: "viewer" | "member" | "admin" | "owner";
}

export interface ShellInfo {
  workspace: ShellWorkspace;
  /** Every workspace of this person, the open one among them. */
  workspaces: readonly ShellWorkspace[];
  member: ShellMember;
  /** A server function that ends the session and leads to the sign-in page. */
  signOut: () => Promise<void>;
}

const ShellContext = createContext<ShellInfo | null>(null);

export function ShellInfoProvider({ info, children }: { info: ShellInfo; children: ReactNode }) {
  return <ShellContext.Provider value={info}>{children}</ShellContext.Provider>;
}

/** The open workspace and who is looking. Below AppShell only. */
export function useShell(): ShellInfo {
  const info = useContext(ShellContext);
  if (!info) throw new Error("useShell stands outside of AppShell");
  return info;
}
