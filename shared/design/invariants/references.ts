import { type AnyCollection, nouns } from '../collections.ts'
import type { Boundary, Id } from '../design.ts'
import { ancestorsOf } from '../nesting.ts'
import { type Slot, referencesOf } from '../references.ts'
import { capital, didYouMean, withArticle } from '../wording.ts'
import { type Context, type Invariant, type Remark, checkedCollections } from './invariant.ts'

/** What an element does with the id that a slot holds. */
const verbs: Readonly<Record<string, string>> = {
  in: 'stands in',
  'holds[]': 'keeps',
  as: 'acts as',
  'plans[].on[]': 'has a plan for',
  'plans[].steps': 'lists',
  from: 'starts at',
  to: 'ends at',
  'request.data[]': 'carries',
  'response.data[]': 'brings back',
  'toAll[]': 'goes to all copies of',
  'derivedFrom[]': 'derives from',
  'grants[].on': 'may use',
  'on[]': 'is about',
  by: 'is embodied by',
  starts: 'starts at',
  answeredBy: 'is answered by',
  'mix{}': 'performs',
  'during[]': 'holds during',
  'against[]': 'is traded against',
  of: 'builds on',
  'about[]': 'is about',
  'about.on': 'is about',
  'drivers[]': 'is driven by',
  'options[].variant': 'has an option that is',
  supersedes: 'supersedes',
  variant: 'shows',
  'controls[]': 'relies on',
  decision: 'rests on',
  because: 'rests on',
}

/** E2: what is named exists, and is the sort of thing that belongs there. Ends of arrows are E3, anchors of treatments W22. */
export const referencesResolve: Invariant = {
  code: 'E2',
  holds: 'References resolve to the right collection.',
  *check(context) {
    for (const collection of checkedCollections(context)) {
      for (const [index, element] of (context.design[collection] ?? []).entries()) {
        for (const { id, path, slot } of referencesOf(collection, element)) {
          if (isEnd(collection, slot) || (collection === 'treatments' && slot.lost === 'stays')) continue
          const complaint = complaintAbout(context, collection, element.id, id, slot)
          if (complaint) yield { ...complaint, path: `${collection}[${index}].${path}`, element: element.id }
        }
      }
    }
    yield* otherReferences(context)
    if (!context.inVariant) yield* framingReferences(context)
  },
}

function isEnd(collection: AnyCollection, slot: Slot): boolean {
  return collection === 'flows' && (slot.path === 'from' || slot.path === 'to')
}

function complaintAbout(
  context: Context,
  collection: AnyCollection,
  owner: Id,
  id: Id,
  slot: Slot,
): Pick<Remark, 'sentence' | 'level'> | undefined {
  const { collectionOf, fileIds, the, design } = context
  const found = collectionOf.get(id)
  const any = slot.to.includes('any')
  if (found !== undefined ? any || slot.to.includes(found) : any && (fileIds.has(id) || id === design.id))
    return undefined
  // Records and requirements may speak of what only a variant adds; pictures keep places for any variant.
  const ofVariant = found === undefined && fileIds.has(id)
  if (ofVariant && (slot.lost === 'stays' || collection === 'views')) return undefined
  const subject = capital(the(owner))
  const wanted = any ? 'element' : slot.to.map((target) => nouns[target as AnyCollection]).join(' or ')
  const verb = verbs[slot.path] ?? 'names'
  const gentle = slot.lost === 'stays' || collection === 'views' ? ({ level: 'warning' } as const) : {}
  if (found !== undefined) {
    return { ...gentle, sentence: `${subject} ${verb} ${the(id)}, where only ${withArticle(wanted)} can stand.` }
  }
  const candidates = [...collectionOf].filter(([, other]) => any || slot.to.includes(other)).map(([known]) => known)
  const remedy = didYouMean(id, candidates)
  if (slot.lost === 'stays') {
    return {
      level: 'warning',
      sentence: `${subject} ${verb} "${id}", which is no longer there, so its result is unknown.${remedy || ' Choose another one.'}`,
    }
  }
  return { ...gentle, sentence: `${subject} ${verb} the ${wanted} "${id}", which does not exist.${remedy}` }
}

/** References that are not in an element of a collection: the shown variant, and a decision's choice. */
function* otherReferences({ design, inVariant, name }: Context): Iterable<Remark> {
  if (inVariant) return
  if (design.shown !== undefined && !design.variants?.some((variant) => variant.id === design.shown)) {
    const remedy = didYouMean(
      design.shown,
      (design.variants ?? []).map((variant) => variant.id),
    )
    yield { sentence: `The design shows the variant "${design.shown}", which does not exist.${remedy}`, path: 'shown' }
  }
  for (const [index, decision] of (design.decisions ?? []).entries()) {
    if (decision.chosen === undefined || decision.options.some((option) => option.id === decision.chosen)) continue
    const remedy = didYouMean(
      decision.chosen,
      decision.options.map((option) => option.id),
    )
    yield {
      sentence: `The decision ${name(decision.id)} chose "${decision.chosen}", which is none of its options.${remedy}`,
      path: `decisions[${index}].chosen`,
      element: decision.id,
    }
  }
}

/** What the framing sheet names: the requirement of a measure, the action of a kind of answer; a variant may add them. */
function* framingReferences({ design: { framing }, fileIds, collectionOf, the }: Context): Iterable<Remark> {
  const named = [
    ...(framing?.measures ?? []).map(({ name, requirement: id }, index) => ({
      id,
      subject: `The measure "${name}" is held by`,
      path: `framing.measures[${index}].requirement`,
      wanted: 'requirements' as const,
    })),
    ...(framing?.answers ?? []).map(({ name, action: id }, index) => ({
      id,
      subject: `The kind of answer "${name}" answers`,
      path: `framing.answers[${index}].action`,
      wanted: 'actions' as const,
    })),
  ]
  for (const { id, subject, path, wanted } of named) {
    if (id === undefined) continue
    const found = collectionOf.get(id)
    if (found === wanted || (found === undefined && fileIds.has(id))) continue
    if (found !== undefined) {
      yield { sentence: `${subject} ${the(id)}, where only ${withArticle(nouns[wanted])} can stand.`, path }
      continue
    }
    const candidates = [...collectionOf].filter(([, other]) => other === wanted).map(([known]) => known)
    const remedy = didYouMean(id, candidates)
    yield { sentence: `${subject} the ${nouns[wanted]} "${id}", which does not exist.${remedy}`, path }
  }
}

/** E3: arrows join components. */
export const arrowsJoinComponents: Invariant = {
  code: 'E3',
  holds: 'The ends of arrows are components.',
  *check({ design, components, collectionOf, the }) {
    for (const [index, flow] of (design.flows ?? []).entries()) {
      for (const end of ['from', 'to'] as const) {
        const id = flow[end]
        if (components.has(id)) continue
        const verb = end === 'from' ? 'starts' : 'ends'
        const subject = flow.name === undefined ? `The arrow "${flow.id}"` : capital(the(flow.id))
        const found = collectionOf.get(id)
        const sentence =
          found === undefined
            ? `${subject} ${verb} at the component "${id}", which does not exist.${didYouMean(id, components.keys())}`
            : `${subject} ${verb} at ${the(id)}. Arrows join components; choose one${found === 'boundaries' ? ' inside it' : ''}.`
        yield { sentence, path: `flows[${index}].${end}`, element: flow.id }
      }
    }
  },
}

/** E4: boundaries nest, they do not circle. */
export const boundariesNest: Invariant = {
  code: 'E4',
  holds: 'Standing in boundaries makes a forest.',
  *check({ design, name }) {
    const reported = new Set<Id>()
    const around = new Map((design.boundaries ?? []).map((boundary) => [boundary.id, boundary]))
    for (const [index, boundary] of (design.boundaries ?? []).entries()) {
      const circle = circleFrom(boundary, around)
      if (!circle || circle.some((other) => reported.has(other.id))) continue
      for (const other of circle) reported.add(other.id)
      const chain = [...circle, boundary].map((other) => other.name).join(' > ')
      yield {
        sentence: `The boundary ${name(boundary.id)} stands inside itself: ${chain}. Take one of them out.`,
        path: `boundaries[${index}].in`,
        element: boundary.id,
      }
    }
  },
}

function circleFrom(start: Boundary, around: ReadonlyMap<Id, Boundary>): readonly Boundary[] | undefined {
  const chain = [start]
  let next = start.in === undefined ? undefined : around.get(start.in)
  while (next && !chain.includes(next)) {
    chain.push(next)
    next = next.in === undefined ? undefined : around.get(next.in)
  }
  return next === start ? chain : undefined
}

/** E17: going to all copies needs copies, and the callee among them. */
export const copiesSurroundTheCallee: Invariant = {
  code: 'E17',
  holds: 'All copies are called only of plates around the callee.',
  *check({ design, name, callees, collectionOf, elements }) {
    for (const [index, flow] of (design.flows ?? []).entries()) {
      for (const [position, id] of (flow.toAll ?? []).entries()) {
        if (collectionOf.get(id) !== 'boundaries') continue
        const path = `flows[${index}].toAll[${position}]`
        const plate = elements.get(id) as Boundary | undefined
        const inside = callees(flow).some((callee) =>
          ancestorsOf(design, callee).some((boundary) => boundary.id === id),
        )
        const start = `${capital(name(flow.id))} goes to all copies of ${name(id)}`
        if (!inside) {
          const callee = callees(flow)[0] ?? flow.to
          yield { sentence: `${start}, but ${name(callee)} does not stand in it.`, path, element: flow.id }
        } else if (!plate?.copies) {
          yield { sentence: `${start}, which exists only once. Say how many copies it has.`, path, element: flow.id }
        }
      }
    }
  },
}
