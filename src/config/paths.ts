import { posix } from 'node:path';

/**
 * Resolves a path written in a config against the config's folder to a repository path; null where it is absolute,
 * leaves the repository, or holds a backslash or a control character.
 */
export function resolvePath(configPath: string, path: string): string | null {
  return resolveBelow(posix.dirname(configPath), path, /[\\\p{Cc}]/u);
}

/**
 * Resolves a glob as `resolvePath` does a path; null also for a negated one. The folder's own name is taken literally,
 * and a backslash escapes.
 */
export function resolveGlob(configPath: string, glob: string): string | null {
  if (/^!(?!\()/.test(glob)) return null;
  return resolveBelow(escapeGlob(posix.dirname(configPath)), glob, /\p{Cc}/u);
}

/** A path as a glob that matches it and nothing else. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|#]/g, '\\$&');
}

function resolveBelow(folder: string, path: string, refused: RegExp): string | null {
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || refused.test(path)) return null;
  const resolved = posix.join(folder, path);
  return resolved === '..' || resolved.startsWith('../') || resolved === '.' ? null : resolved;
}

/** True for `builtin:NAME`: something of ours, not a file. */
export function isBuiltin(path: string): boolean {
  return path.startsWith('builtin:');
}
