import type { Format } from './format.ts'
import { openThreatModel } from './open-threat-model.ts'
import { threatDragon } from './threat-dragon.ts'

/** Foreign formats that can be read, asked in this order whether a file is theirs. Lintel's own files need none. */
export const formats: readonly Format[] = [openThreatModel, threatDragon]

/** The format that a parsed file is in, or undefined when nobody knows it. */
export function recogniseFormat(content: unknown): Format | undefined {
  return formats.find((format) => format.recognises(content))
}
