"use server";
import { redirect } from "next/navigation";
import { endOwnSession } from "@/server/composition/end-own-session";

export async function signOutHere(): Promise<void> {
  await endOwnSession();
  redirect("/sign-in");
}
