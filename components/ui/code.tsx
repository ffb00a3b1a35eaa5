import { CopyButton } from "./copy-button";

/** A command or a key to copy. */
export function Code({ text, label = "Copy" }: { text: string; label?: string }) {
  return (
    <div className="flex items-start gap-1 rounded-md border border-subtle bg-sunken py-1 pr-1 pl-3">
      <pre className="min-w-0 flex-1 overflow-x-auto py-1.5 font-mono text-sm">
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={label} />
    </div>
  );
}
