import type { Id } from '../../../shared/design/design.ts'
import type { Problem } from '../../../shared/design/problem.ts'

/** Which of an element's problems: those at one field, or those that no field of these shows. */
export type Place = { readonly at: string } | { readonly notAt: readonly string[] }

const byElement = new WeakMap<readonly Problem[], ReadonlyMap<Id, readonly Problem[]>>()
const none: readonly Problem[] = []

/** What is wrong with an element, said at the field that it speaks of or, where none shows it, at the element itself. */
export function faultsOf(problems: readonly Problem[], on: Id, place: Place): readonly Problem[] {
  const all = elementsIn(problems).get(on) ?? none
  if (all.length === 0) return none
  return all.filter((problem) => {
    const names = namesIn(problem)
    return 'at' in place ? names.has(place.at) : !place.notAt.some((field) => names.has(field))
  })
}

/** The fields of an element that something is wrong with. */
export function faultyFields(problems: readonly Problem[], on: Id): ReadonlySet<string> {
  return new Set((elementsIn(problems).get(on) ?? none).flatMap((problem) => [...namesIn(problem)]))
}

function elementsIn(problems: readonly Problem[]): ReadonlyMap<Id, readonly Problem[]> {
  const known = byElement.get(problems)
  if (known !== undefined) return known
  const found = new Map<Id, Problem[]>()
  for (const problem of problems) {
    if (problem.element === undefined) continue
    const before = found.get(problem.element)
    if (before === undefined) found.set(problem.element, [problem])
    else before.push(problem)
  }
  byElement.set(problems, found)
  return found
}

/** The names on the way to a place: "arrivals" and "rate" of "workloads[0].arrivals.rate", without the collection. */
function namesIn({ path }: Problem): ReadonlySet<string> {
  return new Set(path.split(/[.[\]"]+/).slice(1))
}
