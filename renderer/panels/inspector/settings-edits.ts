import type { Settings, Value } from '../../../shared/design/design.ts'

/** Settings with one name set, or taken out; undefined when nothing is left, so that the key goes with it. */
export function setSetting(
  settings: Settings | undefined,
  name: string,
  value: Value | undefined,
): Settings | undefined {
  const { [name]: _before, ...rest } = settings ?? {}
  if (value !== undefined) {
    // An existing name keeps its place, so that the text of the design changes in one line.
    return settings !== undefined && name in settings ? { ...settings, [name]: value } : { ...rest, [name]: value }
  }
  return Object.keys(rest).length === 0 ? undefined : rest
}
