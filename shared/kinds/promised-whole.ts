import type { FieldReader, Kind } from './kind.ts'

const choices = new WeakMap<Kind, readonly { readonly name: string; readonly ours: string }[]>()

/** The fields of a kind that say who runs it, and the answer by which we do. */
function whoRunsIt(kind: Kind): readonly { readonly name: string; readonly ours: string }[] {
  const known = choices.get(kind)
  if (known) return known
  const found = Object.entries(kind.settings).flatMap(([name, { ours }]) =>
    ours === undefined ? [] : [{ name, ours }],
  )
  choices.set(kind, found)
  return found
}

/**
 * Whether the availability of a component is that of a whole service: somebody else runs it over copies of its own, and
 * promises it of all of them together. What we run ourselves is as available as its copies make it.
 */
export function isPromisedWhole(kind: Kind, settings: FieldReader): boolean {
  const who = whoRunsIt(kind)
  if (who.length > 0) return who.some(({ name, ours }) => settings.text(name) !== ours)
  return kind.traits.includes('managed') || kind.traits.includes('vendor-hosted')
}
