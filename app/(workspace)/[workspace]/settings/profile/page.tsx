import type { Metadata } from "next";
import { ProfileSettings } from "@/components/settings/profile-settings";
import { requireUser } from "@/server/composition/page-session";
import { isWaitingForOperator } from "@/server/identity";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage({ params }: { params: Promise<{ workspace: string }> }) {
  const user = await requireUser(`/${(await params).workspace}/settings/profile`);
  return <ProfileSettings isOperator={user.isOperator} canBecomeOperator={await isWaitingForOperator()} />;
}
