import type { Palette } from './palette.ts'

/** A path of attack is red, a step of a walk is not. */
export function litColour({ walking }: { readonly walking: boolean }, palette: Palette): string {
  return walking ? palette.accent : palette.severity('critical')
}
