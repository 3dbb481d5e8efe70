/**
 * What `work` gives, worked out once, when somebody first reads it: numbers on a screen do not wait for what explains
 * them. Sound where `work` gives the same whenever it runs.
 */
export function whenRead<T>(work: () => T): () => T {
  let made: { readonly result: T } | undefined
  return () => (made ??= { result: work() }).result
}
