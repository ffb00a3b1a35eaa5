"use client";
import { type FormEvent, useState } from "react";

/** Runs a form's deed once at a time, and keeps the words of what went wrong. What was typed stays. */
export function useSubmit(deed: (fields: FormData, form: HTMLFormElement) => Promise<void>) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    setIsBusy(true);
    setFailure(null);
    try {
      await deed(new FormData(form), form);
    } catch (error) {
      setFailure(wordsOf(error));
    } finally {
      setIsBusy(false);
    }
  }

  return { isBusy, failure, onSubmit };
}

/** A server's list of what is wrong with the input arrives as JSON in the message; people read its first line. */
export function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (message.startsWith("[")) {
    try {
      const [first] = JSON.parse(message) as { message?: string }[];
      return first?.message ?? "Something typed here is not right.";
    } catch {
      return "Something typed here is not right.";
    }
  }
  return message || "That did not work. Nothing was changed; try again.";
}

/** The text of one field. */
export function field(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}
