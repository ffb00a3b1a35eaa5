/** "2031-03-14 15:00 UTC", or the day alone where no time is known; empty without either. */
export function dueWords({
  submissionAt,
  submissionDate,
}: {
  submissionAt: string | Date | null;
  submissionDate: string | null;
}): string {
  if (submissionAt === null) return submissionDate ?? "";
  return `${new Date(submissionAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
