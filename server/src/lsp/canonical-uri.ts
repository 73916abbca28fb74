import type { SourceId } from '#core/text/span.ts';

/**
 * One spelling for each URI, to serve as the core's name of the source. Editors and Node differ in what they encode (`:` of
 * a Windows drive, `+`, `(`), and a file that is on disk and open must not be two sources.
 */
export function canonicalUri(uri: string): SourceId {
  const parts = /^([a-z][\w+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(.*)$/is.exec(uri);
  if (parts === null) return uri;
  const [, scheme = '', path = '', rest = ''] = parts;
  const steps = decode(path)
    .replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase())
    .split('/');
  return scheme + steps.map(encodeURIComponent).join('/') + rest;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
