/*
 * What this machine remembers from one start to the next beside the library: names, panel sizes, shortcuts.
 * A storage that is full, refused or absent (a private window, a test) costs that memory and nothing else:
 * then nothing is found and nothing is kept, and the program runs as at its first start.
 */

/** What was remembered under this key; undefined: nothing, or the storage cannot be read. */
export function readRemembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** The same for what `rememberJson` kept; the caller checks its shape, for an older version may have written it. */
export function readRememberedJson(key: string): unknown {
  try {
    return JSON.parse(readRemembered(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // See above: it is not remembered.
  }
}

export function rememberJson(key: string, value: unknown): void {
  remember(key, JSON.stringify(value))
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // See above: a storage that refuses keeps nothing to forget.
  }
}
