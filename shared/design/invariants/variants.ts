import { modelCollections, nouns, requiredFields } from '../collections.ts'
import type { Id, Variant } from '../design.ts'
import { chainOf, effectiveDesign, foundationOf } from '../effective.ts'
import { childPath } from '../json-path.ts'
import { type Context, type Invariant, buildContext } from './invariant.ts'

const typeWords = { option: 'option', phase: 'phase' }

/** E18: every variant is a valid design by itself. Takes the other invariants, as each of them must hold there too. */
export function variantsAreValid(others: readonly Invariant[]): Invariant {
  return {
    code: 'E18',
    holds: 'Variants build on one another without a circle, and each of them is a valid design.',
    readsSettings: true,
    *check(context) {
      const { design, inVariant } = context
      if (inVariant) return
      // Most designs have no variant, and most variants nothing to say: the base is read again only for one that has.
      let known: ReadonlyMap<string, unknown> | undefined
      const isInBase = (sentence: string): boolean => (known ??= sentencesOf(context, others)).has(sentence)
      for (const [index, variant] of (design.variants ?? []).entries()) {
        const path = `variants[${index}]`
        if (circles(design.variants ?? [], variant)) {
          const chain = [...chainOf(design, variant.id), variant].map((link) => link.name).join(' > ')
          const sentence = `The ${typeWords[variant.type]} "${variant.name}" builds on itself: ${chain}. Let one of them build on the base.`
          yield { sentence, path: `${path}.of`, element: variant.id }
          continue
        }
        const effective = buildContext(effectiveDesign(design, variant.id), context.vocabulary, design)
        for (const [sentence, element] of sentencesOf(effective, others)) {
          if (isInBase(sentence)) continue
          yield {
            sentence: `In the ${typeWords[variant.type]} "${variant.name}": ${sentence}`,
            path: changePath(variant, path, element),
            element: element ?? variant.id,
          }
        }
      }
    },
  }
}

/** What the E invariants refuse in a model, with the element concerned. */
function sentencesOf(context: Context, invariants: readonly Invariant[]): ReadonlyMap<string, Id | undefined> {
  const found = new Map<string, Id | undefined>()
  for (const invariant of invariants) {
    if (!invariant.code.startsWith('E')) continue
    for (const remark of invariant.check(context)) {
      if (remark.level !== 'warning') found.set(remark.sentence, remark.element)
    }
  }
  return found
}

function circles(variants: readonly Variant[], start: Variant): boolean {
  const seen = new Set<Id>()
  let next: Variant | undefined = start
  while (next && !seen.has(next.id)) {
    seen.add(next.id)
    const of: Id | undefined = next.of
    if (of === start.id) return true
    next = of === undefined ? undefined : variants.find((variant) => variant.id === of)
  }
  return false
}

/** Where the variant speaks of the element; all its changes when it does not. */
function changePath(variant: Variant, path: string, element: Id | undefined): string {
  for (const collection of modelCollections) {
    if (element !== undefined && Object.hasOwn(variant.changes[collection] ?? {}, element)) {
      return childPath(`${path}.changes.${collection}`, element)
    }
  }
  return `${path}.changes`
}

/** W19: a change still finds its element. */
export const changesFindTheirElement: Invariant = {
  code: 'W19',
  holds: 'A change finds the element that it changes.',
  *check({ design, inVariant }) {
    if (inVariant) return
    for (const [index, variant] of (design.variants ?? []).entries()) {
      const foundation = foundationOf(design, variant.id)
      const below = variant.of === undefined ? 'the base' : 'what it builds on'
      for (const collection of modelCollections) {
        const there = new Set((foundation[collection] ?? []).map((element) => element.id))
        for (const [id, change] of Object.entries(variant.changes[collection] ?? {})) {
          const adds = change !== null && requiredFields[collection].every((field) => change[field] !== undefined)
          if (there.has(id) || adds) continue
          const verb = change === null ? 'removes' : 'changes'
          yield {
            sentence: `The ${typeWords[variant.type]} "${variant.name}" ${verb} the ${nouns[collection]} "${id}", which ${below} no longer has. Drop or restore it?`,
            path: childPath(`variants[${index}].changes.${collection}`, id),
            element: variant.id,
          }
        }
      }
    }
  },
}
