import { modelCollections } from '../collections.ts'
import type { Element, Model } from '../design.ts'

/** A model as records by id, so that two models compare without the order of their lists and without empty lists. */
export function byId(model: Model): unknown {
  const context = Object.keys(model.context ?? {}).length > 0 ? { context: model.context } : {}
  const lists = modelCollections.flatMap((collection) => {
    const elements: readonly Element[] = model[collection] ?? []
    return elements.length === 0
      ? []
      : [[collection, Object.fromEntries(elements.map((element) => [element.id, element]))] as const]
  })
  return { ...context, ...Object.fromEntries(lists) }
}
