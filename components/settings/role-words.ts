import { type Role, roleAtLeast, roles } from "@/lib/vocabulary/workspaces";

/** What each role may do, in a few words. */
export const roleWords: Record<Role, string> = {
  viewer: "reads and searches",
  member: "adds documents and asks questions",
  admin: "also manages members, keys and models",
  owner: "also hands over the workspace",
};

/** Roles that somebody with `own` may give, as choices. */
export function roleChoices(own: Role): { value: Role; label: string }[] {
  return roles
    .filter((role) => roleAtLeast(own, role))
    .map((role) => ({ value: role, label: `${role}: ${roleWords[role]}` }));
}

export function toRole(text: string): Role {
  return roles.find((role) => role === text) ?? "viewer";
}
