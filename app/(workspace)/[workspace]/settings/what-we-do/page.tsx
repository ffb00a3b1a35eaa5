import type { Metadata } from "next";
import { ProfileForm } from "@/components/opportunities/settings/profile-form";

export const metadata: Metadata = { title: "What we do" };

export default function WhatWeDoPage() {
  return <ProfileForm />;
}
