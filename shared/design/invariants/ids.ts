import { collections, modelCollections, nouns } from '../collections.ts'
import type { Id } from '../design.ts'
import { idPattern } from '../value-schema.ts'
import { capital, withArticle } from '../wording.ts'
import type { Context, Invariant, Remark } from './invariant.ts'

interface Use {
  readonly by: () => string
  readonly path: string
  readonly kind: string
}

/** E1: an id stands for one thing in the whole file. */
export const idsAreUnique: Invariant = {
  code: 'E1',
  holds: 'Ids are unique over the file and its variants.',
  *check(context) {
    if (context.inVariant) return
    const uses = new Map<Id, Use>()
    for (const [id, use] of allUses(context)) {
      const first = uses.get(id)
      if (!first) uses.set(id, use)
      else if (use.kind !== 'change') {
        yield {
          sentence: `The id "${id}" is used twice: by ${first.by()} and by ${use.by()}. Give one of them another id.`,
          path: use.path,
          element: id,
        }
      }
    }
    yield* clashesInVariants(context)
  },
}

function* allUses({ design }: Context): Iterable<readonly [Id, Use]> {
  yield [design.id, { by: () => 'the design itself', path: 'id', kind: 'design' }]
  for (const collection of collections) {
    for (const [index, element] of (design[collection] ?? []).entries()) {
      const by = (): string =>
        element.name === undefined ? `another ${nouns[collection]}` : `the ${nouns[collection]} "${element.name}"`
      yield [element.id, { by, path: `${collection}[${index}].id`, kind: collection }]
    }
  }
  for (const [index, decision] of (design.decisions ?? []).entries()) {
    for (const [position, option] of decision.options.entries()) {
      const by = (): string => `the option "${option.title}" of the decision "${decision.name}"`
      yield [option.id, { by, path: `decisions[${index}].options[${position}].id`, kind: 'option' }]
    }
  }
  for (const [index, { name, conditions = [] }] of (design.baselines ?? []).entries()) {
    for (const [position, { id }] of conditions.entries()) {
      const by = (): string => `a condition of the baseline "${name}"`
      yield [id, { by, path: `baselines[${index}].conditions[${position}].id`, kind: 'condition' }]
    }
  }
  for (const [index, price] of (design.prices ?? []).entries()) {
    yield [price.id, { by: () => `the price of "${price.item}"`, path: `prices[${index}].id`, kind: 'price' }]
  }
  for (const [index, { id, name }] of (design.framing?.measures ?? []).entries()) {
    yield [id, { by: () => `the measure "${name}"`, path: `framing.measures[${index}].id`, kind: 'measure' }]
  }
  for (const [index, { id, name }] of (design.framing?.answers ?? []).entries()) {
    yield [id, { by: () => `the kind of answer "${name}"`, path: `framing.answers[${index}].id`, kind: 'answer' }]
  }
}

/** A variant that adds an element under an id that means something else in the file. */
function* clashesInVariants({ design, collectionOf, the }: Context): Iterable<Remark> {
  for (const [index, variant] of (design.variants ?? []).entries()) {
    for (const collection of modelCollections) {
      for (const id of Object.keys(variant.changes[collection] ?? {})) {
        const used = collectionOf.get(id)
        if (used === undefined || used === collection) continue
        yield {
          sentence: `The variant "${variant.name}" uses the id "${id}" for ${withArticle(nouns[collection])}, but it is ${the(id)}. Give one of them another id.`,
          path: `variants[${index}].changes.${collection}.${id}`,
          element: id,
        }
      }
    }
  }
}

/** E13: what can be told of ids; null and NaN never get past the file's edge. */
export const idsAreSpelled: Invariant = {
  code: 'E13',
  holds: 'No null, no number that is none, no empty id.',
  *check({ design, inVariant, the }) {
    if (inVariant) return
    for (const collection of collections) {
      for (const [index, { id }] of (design[collection] ?? []).entries()) {
        if (idPattern.test(id)) continue
        yield {
          sentence: `${capital(the(id))} has the id "${id.slice(0, 80)}". Ids are lower-case letters, digits and hyphens, at most 64.`,
          path: `${collection}[${index}].id`,
          element: id,
          level: 'warning',
        }
      }
    }
  },
}
