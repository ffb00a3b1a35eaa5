const containerExtension = /\.(zip|eml)$/i;
const webAddress = /^https?:\/\//i;

/** Where the files stand that came out of an archive or a mail: the folder that is named after it. What was found on the web has its address for a path. */
export function memberFolder(path: string): string {
  const parts = path.replace(webAddress, "").replace(containerExtension, "").split("/");
  return parts.filter((part) => part !== "" && part !== "." && part !== "..").join("/");
}

/** Whether files may have come out of a document, as its path tells: an address need not end like what it leads to. */
export function mayHoldMembers(path: string): boolean {
  return containerExtension.test(path) || webAddress.test(path);
}
