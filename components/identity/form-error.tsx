/** Why a form was not accepted; announced as it appears. */
export function FormError({ message }: { message: string | null }) {
  if (!message) return null;
  return (
    <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 wrap-anywhere text-danger">
      {message}
    </p>
  );
}
