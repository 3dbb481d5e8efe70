/** Puts names into the places of a sentence: "{name} has no owner." A name is never read as a place itself. */
export function fillPlaces(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (place, key: string) =>
    Object.hasOwn(names, key) ? (names[key] ?? place) : place,
  )
}
