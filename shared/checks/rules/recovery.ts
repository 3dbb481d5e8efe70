import type { Component, Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { duration, listNames } from '../../findings/wording.ts'

const noCheckpoint = defineRule({
  id: 'REL-12',
  lenses: ['check'],
  title: 'Long work is lost when it is interrupted',
  severity: 'medium',
  topic: 'reliability',
  why: 'The longer it takes, the likelier a release, a restart or a lost connection falls into it, and all is done and paid again.',
  references: [...awsAgentic('AGENTREL03-BP03', 'AGENTREL07-BP01'), ...azure('RE:07')],
  thresholds: { seconds: 60 },
  falsePositive: 'Doing it all again is cheap and harms nobody: then accept it.',
  *check(context) {
    const { graph, thresholds } = context
    for (const [id, durationMs] of longestWork(context)) {
      const component = graph.component(id)
      if (component === undefined || durationMs <= (thresholds['seconds'] ?? 60) * 1000) continue
      const standing = standSetting(context, 'reliability', component, 'durable')
      if (standing === 'unknown') yield askSetting(context, component, 'durable')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [id],
        problem: `${component.name} works for ${duration(durationMs)} at a time and begins again after an interruption.`,
        fix: `Keep what ${component.name} has done after each step, and go on from there.`,
        facts: { durationMs: String(Math.round(durationMs)) },
        quickFix: {
          label: 'Plan to resume',
          patch: { components: { [id]: { settings: { durable: true } } } },
        },
      }
    }
  },
})

/** The mean time of one call of what could resume, with all that it waits for: the longest over all actions. */
function longestWork(context: RuleContext): ReadonlyMap<Id, number> {
  const { graph, estimate } = context
  const longest = new Map<Id, number>()
  for (const { component, durationMs } of estimate.actions.flatMap(({ spans }) => spans ?? [])) {
    const found = graph.component(component)
    if (found === undefined) continue
    if (!hasField(context, found, 'durable')) continue
    longest.set(component, Math.max(longest.get(component) ?? 0, durationMs))
  }
  return longest
}

const noRecoveryTarget = defineRule({
  id: 'REL-13',
  lenses: ['check'],
  title: 'Nobody has said what a lost store may cost',
  severity: 'low',
  topic: 'reliability',
  why: 'How often a copy is taken follows from how much may be lost. Without the number it is decided on the day of the loss.',
  references: [...azure('RE:04', 'RE:09')],
  falsePositive: 'The data can be made again from elsewhere: then say so by what they are derived from.',
  *check(context) {
    const { graph } = context
    const kept = originalsKept(context)
    for (const store of graph.with('stores-data')) {
      const originals = kept.get(store.id) ?? []
      if (originals.length === 0 || !hasReason(context, store)) continue
      const open = recoveryFields.filter((each) => hasField(context, store, each) && !isStated(context, store, each))
      const [field] = open
      const hasNoCopy = numberOr(graph.stated(store, 'backupCopies'), 1) === 0
      if (field === undefined && !hasNoCopy) continue
      if (field !== undefined) {
        const standing = standSetting(context, 'reliability', store, field)
        if (standing === 'unknown') yield askSetting(context, store, field)
        if (standing !== 'bad') continue
      }
      const names = listNames(graph, originals)
      yield {
        type: 'found',
        anchors: [store.id],
        problem:
          field === undefined
            ? `${store.name} promises what may be lost of ${names}, and keeps no backup.`
            : `Nothing says how much of ${names} may be lost with ${store.name}, and how soon it is back.`,
        fix: `Agree both with who owns ${names}, and take copies as often as that needs.`,
        quickFix: {
          label: field === undefined ? 'Plan one backup' : 'Plan at most 24 hours for both',
          patch: {
            components: {
              [store.id]: {
                settings: {
                  ...(hasNoCopy ? { backupCopies: 1 } : {}),
                  ...Object.fromEntries(open.map((each) => [each, 24])),
                },
              },
            },
          },
        },
      }
    }
  },
})

const recoveryFields = ['rpoHours', 'rtoHours'] as const

/** As stated for the store; copies around it that take over within a known time are back by then, too. */
function isStated({ graph }: RuleContext, store: Component, field: (typeof recoveryFields)[number]): boolean {
  if (graph.settings(store).number(field) !== undefined) return true
  return (
    field === 'rtoHours' &&
    graph.boundariesOf(store.id).some(({ copies }) => {
      if (copies === undefined || copies.of === 'tenant' || copies.mode === 'separate') return false
      return known(copies.failoverS) !== undefined && numberOr(copies.count, 1) > 1
    })
  )
}

/** Somebody has promised that the whole is up, or called it critical, or marked what is drawn here complete. */
function hasReason(context: RuleContext, store: Component): boolean {
  const { requirements = [], context: facts } = context.graph.design
  const isPromised = requirements.some(
    ({ metric }) => metric === 'availability' || metric === 'downtime' || metric.startsWith('recovery.'),
  )
  return isPromised || numberOr(facts?.['tier'], 4) <= 2 || context.complete('reliability', store.id)
}

/** Data that come from nowhere else, by the store that holds them or to which they are written. */
function originalsKept({ graph, lineage }: RuleContext): ReadonlyMap<Id, readonly Id[]> {
  const derived = derivedAssets(graph)
  const kept = new Map<Id, Set<Id>>()
  const keep = (store: Id, asset: Id): void => {
    if (graph.asset(asset) === undefined || derived.has(asset)) return
    const assets = kept.get(store)
    if (assets === undefined) kept.set(store, new Set([asset]))
    else assets.add(asset)
  }
  for (const { id, holds = [] } of graph.components) for (const asset of holds) keep(id, asset)
  for (const call of lineage.calls) {
    if (call.does.includes('write') && graph.has(call.callee, 'stores-data'))
      for (const { asset } of call.carried) keep(call.callee, asset)
  }
  return new Map([...kept].map(([store, assets]) => [store, [...assets].toSorted()]))
}

const derivedAssets = oncePerGraph(
  (graph): ReadonlySet<Id> =>
    new Set((graph.design.data ?? []).filter(({ derivedFrom = [] }) => derivedFrom.length > 0).map(({ id }) => id)),
)

const noDeadLetters = defineRule({
  id: 'REL-21',
  lenses: ['check'],
  title: 'A message that always fails has nowhere to go',
  severity: 'medium',
  topic: 'reliability',
  why: 'It is tried again for ever, blocks what comes after it and pays for each try; or it disappears and nobody notices.',
  references: [...azure('RE:07')],
  *check(context) {
    const { graph } = context
    for (const queue of graph.with('buffers', 'delivers')) {
      const readers = graph.callsFrom(queue.id).filter((flow) => flow.mode !== 'offline')
      if (readers.length === 0 || !hasField(context, queue, 'deadLetters')) continue
      const isGood = graph.settings(queue).truth('deadLetters')
      const standing = stand(context, 'reliability', isGood, graph.stated(queue, 'deadLetters'), queue.id)
      if (standing === 'unknown') yield askSetting(context, queue, 'deadLetters')
      if (standing !== 'bad') continue
      const names = listNames(
        graph,
        readers.map((flow) => flow.callee),
      )
      yield {
        type: 'found',
        anchors: [queue.id],
        elements: readers.flatMap((flow) => [flow.id, flow.callee]),
        problem: `A message that ${names} cannot handle stays in ${queue.name}.`,
        fix: `Move it aside after a few tries, and tell somebody.`,
        quickFix: {
          label: 'Plan to set failed messages aside',
          patch: { components: { [queue.id]: { settings: { deadLetters: true } } } },
        },
      }
    }
  },
})

/** What is left after an interruption, and how one goes on. */
export const recovery: readonly Rule[] = [noCheckpoint, noRecoveryTarget, noDeadLetters]
