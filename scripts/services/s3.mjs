import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";

/**
 * A store that speaks the S3 protocol, on loopback, in a throw-away folder.
 * @returns {Promise<{ storageUrl: string, stop: () => Promise<void> }>} the address as STORAGE_URL takes it
 */
export async function startS3({ bucket = "outrider-test" } = {}) {
  const directory = mkdtempSync(join(tmpdir(), "outrider-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  return {
    // The key pair is the one that s3rver knows.
    storageUrl: `s3://S3RVER:S3RVER@127.0.0.1:${port}/${bucket}?region=us-east-1&tls=false`,
    async stop() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
