import { collections } from '../collections.ts'
import { ancestorsOf } from '../nesting.ts'
import { walkSteps } from '../steps.ts'
import { grouped } from '../wording.ts'
import { type Context, type Invariant, type Remark } from './invariant.ts'

/** What this version was built and measured for; beyond it a file is shown, but not edited. */
export const limits = { components: 5000, nesting: 20, stepsPerPlan: 200, nameLength: 10_000, fileBytes: 50_000_000 }

/** E24: sizes. */
export const sizesAreSane: Invariant = {
  code: 'E24',
  holds:
    'At most 5,000 components, 20 boundaries around one another, 200 steps in a plan, 10,000 characters in a name, 50 MB.',
  *check(context) {
    if (context.inVariant) return
    const { design } = context
    const count = design.components?.length ?? 0
    if (count > limits.components) {
      yield {
        sentence: `This file has ${grouped(count)} components; ${grouped(limits.components)} is the limit. It opens read-only.`,
        path: 'components',
      }
    }
    yield* nestingRemarks(context)
    yield* planRemarks(context)
    yield* nameRemarks(context)
  },
}

function* nestingRemarks({ design }: Context): Iterable<Remark> {
  let deepest = 0
  let where = 0
  for (const [index, boundary] of (design.boundaries ?? []).entries()) {
    const depth = 1 + ancestorsOf(design, boundary.id).length
    if (depth > deepest) [deepest, where] = [depth, index]
  }
  if (deepest <= limits.nesting) return
  yield {
    sentence: `This file nests boundaries ${deepest} deep; ${limits.nesting} is the limit. It opens read-only.`,
    path: `boundaries[${where}].in`,
  }
}

function* planRemarks({ planned, name }: Context): Iterable<Remark> {
  for (const { component, path } of planned) {
    for (const [number, plan] of (component.plans ?? []).entries()) {
      let steps = 0
      walkSteps(plan.steps, () => {
        steps += 1
      })
      if (steps <= limits.stepsPerPlan) continue
      yield {
        sentence: `A plan of ${name(component.id)} has ${steps} steps; ${limits.stepsPerPlan} is the limit. This file opens read-only.`,
        path: `${path}.plans[${number}]`,
        element: component.id,
      }
    }
  }
}

function* nameRemarks({ design, the }: Context): Iterable<Remark> {
  if (design.name.length > limits.nameLength) yield { sentence: tooLong('the design', design.name), path: 'name' }
  for (const collection of collections) {
    for (const [index, element] of (design[collection] ?? []).entries()) {
      if (element.name === undefined || element.name.length <= limits.nameLength) continue
      const path = `${collection}[${index}].name`
      yield { sentence: tooLong(the(element.id), element.name), path, element: element.id }
    }
  }
}

function tooLong(owner: string, name: string): string {
  return `The name of ${owner} has ${grouped(name.length)} characters; ${grouped(limits.nameLength)} is the limit. Shorten it; until then this file opens read-only.`
}
