import type { Role } from "@/lib/vocabulary/workspaces";

export interface SettingsPlace {
  /** Under settings: `/acme/settings/members`. */
  segment: string;
  label: string;
  /** The least role that finds something to do there. The verbs behind it decide; this only keeps dead ends off the list. */
  least?: Role;
  /** Of the installation, not of the workspace. */
  isForOperator?: boolean;
}

/** The pages of Settings, in their order. A new page adds its line here. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { segment: "profile", label: "Profile" },
  { segment: "notifications", label: "Notifications" },
  { segment: "security", label: "Security" },
  { segment: "workspace", label: "Workspace" },
  { segment: "members", label: "Members" },
  { segment: "what-we-do", label: "What we do" },
  { segment: "pipeline", label: "Pipeline" },
  { segment: "api-keys", label: "API keys", least: "member" },
  { segment: "models", label: "Models and budget", least: "admin" },
  { segment: "audit", label: "Audit", least: "admin" },
  { segment: "jobs", label: "Jobs", least: "admin" },
  { segment: "system", label: "System", isForOperator: true },
  { segment: "outbox", label: "Outbox", isForOperator: true },
];
