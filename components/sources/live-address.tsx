import { ExternalLink } from "lucide-react";
import { safeHref } from "@/lib/safe-href";

/** The address of a watched page as a link to the live site; text when it must not be linked to. */
export function LiveAddress({ url }: { url: string }) {
  const href = safeHref(url);
  if (!href) return <span className="wrap-anywhere">{url}</span>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex max-w-full min-w-0 items-center gap-1 text-accent hover:underline"
    >
      <span className="min-w-0 wrap-anywhere">{url}</span>
      <ExternalLink className="size-3.5 shrink-0" role="img" aria-label="opens the live site" />
    </a>
  );
}
