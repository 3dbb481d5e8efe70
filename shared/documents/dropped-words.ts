/** What to say of the parts of a document that were not made; undefined where all were. */
export function droppedWords(dropped: readonly string[] = []): string | undefined {
  return dropped.length === 0 ? undefined : `Not made, since nothing is drawn or stated for it: ${dropped.join(', ')}.`
}
