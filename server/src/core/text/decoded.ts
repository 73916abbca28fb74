/** A path or a part of it with its percent-encoding undone; as it is when its `%` encodes nothing, as in a path of the command line. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
