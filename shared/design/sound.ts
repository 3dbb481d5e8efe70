import { takenIds } from './collections.ts'
import type { Design } from './design.ts'
import { checkInvariants } from './invariants/check-invariants.ts'
import { parsePath, withPlaces } from './json-path.ts'
import type { Problem } from './problem.ts'
import { refuseMisshapen } from './shape-problems.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Errors that name something wrong without there being a field to refuse: a requirement that cannot be measured shows
 * as "unknown", a file that is too large is still computed, and an odd id still works.
 */
const kept: ReadonlySet<string> = new Set(['E13', 'E20', 'E24'])

/**
 * The design without what the E invariants refuse, for engines: they can rely on ends of arrows, plans and references
 * being sound. The document itself keeps everything. Leaving a field out can make another one wrong (an arrow goes, and
 * a step named it), so this goes on until nothing is refused. A sound design is answered as it is.
 */
export function soundDesign(
  design: Design,
  vocabulary: Vocabulary,
  problems = checkInvariants(design, vocabulary),
): Design {
  let sound = withIdOfItsOwn(design, problems)
  let found = sound === design ? problems : checkInvariants(sound, vocabulary)
  for (let round = 0; round < 20; round += 1) {
    const places = found.filter((problem) => problem.level === 'error' && !kept.has(problem.code)).map(placeOf)
    if (places.length === 0) return sound
    const rest = withPlaces(sound, places)
    sound = refuseMisshapen(rest as Readonly<Record<string, unknown>>).design
    found = checkInvariants(sound, vocabulary)
  }
  return sound
}

/** An element that has the id of its design counts, and is what that id means: the design goes by another one. */
function withIdOfItsOwn(design: Design, problems: readonly Problem[]): Design {
  if (!problems.some(({ code, element }) => code === 'E1' && element === design.id)) return design
  const taken = takenIds(design)
  let id = `${design.id}-design`
  while (taken.has(id)) id += '-design'
  return { ...design, id }
}

function placeOf({ path }: Problem): { at: ReturnType<typeof parsePath> } {
  const at = parsePath(path)
  // A step is nothing without its arrow.
  return { at: at.at(-1) === 'call' && at.includes('plans') ? at.slice(0, -1) : at }
}
