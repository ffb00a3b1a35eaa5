const againSeconds = 3;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${againSeconds}">
<title>Back in a moment · Outrider</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 20vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.25rem; }
</style>
</head>
<body>
<main role="alert">
<h1>The database cannot be reached</h1>
<p>What was saved before is safe. This page looks again every few seconds and shows what you asked for as soon as it can.</p>
</main>
</body>
</html>
`;

/** What a person sees in place of any page while the database is out; it comes back by itself, without a script. */
export function unavailablePage(): Response {
  return new Response(page, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      "cache-control": "no-store",
      "retry-after": String(againSeconds),
    },
  });
}
