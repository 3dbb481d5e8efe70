import type { Component, Id } from '../../design/design.ts'
import { arrivalsAt, keptIn } from '../../findings/arrivals.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { gdpr, iso42001 } from '../../findings/refer.ts'
import { defineRule, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import { askSetting, askTopic, hasField, stand } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { Trait } from '../../kinds/kind.ts'

/** What keeps a second version of data that have a home elsewhere. */
const copying: readonly Trait[] = ['answers-search', 'caches', 'memory', 'trains']

const deletedOnlyOnce = defineRule({
  id: 'PRV-08',
  lenses: ['check'],
  title: 'Deleted data live on in copies',
  severity: 'medium',
  topic: 'privacy',
  linddun: ['U', 'Nc'],
  why: 'Who asks to be forgotten means everywhere: an index, a memory or a trained model that still knows them answers as if nothing had happened.',
  references: [...gdpr('Art. 17'), ...iso42001('A.7.2')],
  falsePositive:
    'The copy is built anew from its source, more often than people ask: then state for how long it keeps.',
  thresholds: { days: 30 },
  *check(context) {
    for (const copy of context.graph.components) {
      if (!copying.some((trait) => context.graph.has(copy, trait))) continue
      const copied = personalCopies(context, copy)
      if (copied.length > 0) yield* judge(context, copy, copied)
    }
  },
})

interface Copied {
  readonly asset: Id
  /** Who holds what it was made from. */
  readonly source: Id
}

/** Personal data in this box that are kept by somebody else, too, or were made from what is kept there. */
function personalCopies(context: RuleContext, copy: Component): readonly Copied[] {
  const { graph } = context
  const assets = graph.has(copy, 'trains')
    ? arrivalsAt(context, copy.id).flatMap(({ asset, isMasked }) => (isMasked ? [] : [asset]))
    : keptIn(context, copy.id)
  return [...new Set(assets)].flatMap((asset) => {
    if (isPersonal(graph, asset) !== true) return []
    const source = graph.components.find(
      (holder) =>
        holder.id !== copy.id && isHome(context, holder) && keepsOneOf(holder, [asset, ...graph.rootsOf(asset)]),
    )
    return source === undefined ? [] : [{ asset, source: source.id }]
  })
}

function keepsOneOf(holder: Component, assets: readonly Id[]): boolean {
  return (holder.holds ?? []).some((held) => assets.includes(held))
}

/** A place from which people delete: neither a copy itself nor a log. */
function isHome({ graph }: RuleContext, holder: Component): boolean {
  return !copying.some((trait) => graph.has(holder, trait)) && !graph.has(holder, 'observes')
}

function* judge(context: RuleContext, copy: Component, copied: readonly Copied[]): Iterable<Outcome> {
  const { graph, lineage, thresholds } = context
  // Who writes here: drawn is enough, while no action says yet when.
  const writers = [...lineage.into(copy.id), ...graph.callsTo(copy.id)].filter(({ does }) => does.includes('write'))
  const loaders = [...new Set(writers.map(({ caller }) => caller))].flatMap((id) => graph.component(id) ?? [])
  const [loader] = loaders.filter((each) => hasField(context, each, 'deletesToo'))
  if (isForgetful(context, copy, thresholds['days'] ?? 30)) return
  const control = controlInPlace(graph, ['delete-copies', 'retention-limit'], [copy.id, ...loaders.map(({ id }) => id)])
  const follows = loader === undefined ? undefined : graph.settings(loader).truth('deletesToo')
  const stated = loader === undefined ? undefined : graph.stated(loader, 'deletesToo')
  const standing = stand(context, 'privacy', follows, stated, copy.id)
  const sources = [...new Set(copied.map(({ source }) => source))]
  if (standing === 'unknown' && control === undefined) {
    const text = 'Is what people have deleted also deleted from every copy: indexes, caches, memories, training sets?'
    yield loader === undefined
      ? askTopic(context, 'topic.deletion', text, 'Data protection officer')
      : askSetting(context, loader, 'deletesToo')
  }
  if (standing !== 'bad') return
  const names = listNames(
    graph,
    copied.map(({ asset }) => asset),
  )
  yield {
    type: 'found',
    anchors: [copy.id],
    elements: [...sources, ...(loader === undefined ? [] : [loader.id])],
    problem: `What is deleted in ${listNames(graph, sources)} stays in ${copy.name}: ${names}.`,
    fix: graph.has(copy, 'trains')
      ? `Train ${copy.name} without what points at people, or plan how a model is made anew after a deletion.`
      : `Let each deletion in ${listNames(graph, sources)} reach ${copy.name}, or keep nothing there for longer than a few weeks.`,
    cause: `deletion ${loader?.id ?? copy.id}`,
    remedy: {
      control: 'delete-copies',
      title: `Deletions reach ${copy.name}`,
      at: copy.id,
      strength: 'deterministic',
    },
    ...(loader === undefined
      ? {}
      : {
          quickFix: {
            label: 'Plan that deletions follow',
            patch: { components: { [loader.id]: { settings: { deletesToo: true } } } },
          },
        }),
    ...(control === undefined ? {} : { mitigatedBy: control.id }),
  }
}

/** Somebody deletes there, or it forgets by itself soon enough; a training without names has nothing to forget. */
function isForgetful({ graph }: RuleContext, copy: Component, days: number): boolean {
  const settings = graph.settings(copy)
  const keptDays = settings.number('retentionDays')
  const isShort = keptDays !== undefined && keptDays > 0 && keptDays <= days
  const isDeletedFrom = graph.callsTo(copy.id).some((flow) => flow.does.includes('delete'))
  return isShort || isDeletedFrom || settings.truth('deIdentified') === true
}

export const deletion: readonly Rule[] = [deletedOnlyOnce]
