"use client";
import { useState } from "react";
import { SignInForm } from "./sign-in-form";
import { SignUpForm } from "./sign-up-form";

/** For an invited person who is not signed in: the address is fixed, and whether it has an account is not told. */
export function InvitedPerson({ email, next }: { email: string; next: string }) {
  const [isNew, setIsNew] = useState(true);
  return (
    <div className="flex flex-col gap-4">
      {isNew ? <SignUpForm next={next} email={email} /> : <SignInForm next={next} email={email} />}
      <button type="button" className="self-start text-sm text-accent hover:underline" onClick={() => setIsNew(!isNew)}>
        {isNew ? "I have an account: sign in" : "I am new here: create an account"}
      </button>
    </div>
  );
}
