import type { DataAsset, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { askClass, askFact, holdersOf, statedFact } from '../../findings/data-facts.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { aiAct, aws, azure, gdpr, iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { sourcesOfModels } from '../model-sources.ts'
import { isMissed, requirementsThat } from '../requirement-results.ts'
import { askRecords } from '../topic-questions.ts'

const orphanSource = defineRule({
  id: 'DAT-01',
  lenses: ['check'],
  title: 'Nobody answers for a source of data',
  severity: 'low',
  topic: 'data',
  why: 'Whether it may be used, how good it is and who may read it: somebody has to be able to say so, and to be asked.',
  references: [...azure('SE:03'), ...iso42001('A.7.3')],
  falsePositive: 'A catalogue knows owners and classes: draw it and say so.',
  *check(context) {
    const { graph } = context
    for (const { asset } of sourcesOfModels(context)) {
      const holders = holdersOf(graph, asset.id)
      const owned = isOwned(graph, asset, holders) || inCatalogue(graph).ownersNamed
      const classed = isClassed(graph, asset) || inCatalogue(graph).classified
      if (owned && classed) continue
      if (!context.complete('data', holders[0])) {
        if (!classed) yield askClass(asset)
        if (!owned) yield askRecords(context, asset.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [asset.id],
        elements: holders,
        problem: `${asset.name} ${listWords([...(owned ? [] : ['has no owner']), ...(classed ? [] : ['has no class'])])}.`,
        fix: `Name who answers for ${asset.name} and how sensitive it is, on the asset or in a catalogue.`,
      }
    }
  },
})

function isOwned(graph: Graph, asset: DataAsset, holders: readonly Id[]): boolean {
  return asset.owner !== undefined || holders.some((holder) => graph.component(holder)?.owner !== undefined)
}

/** Data about people count as classed: everybody knows what to do with them. */
function isClassed(graph: Graph, asset: DataAsset): boolean {
  const { classification, personal } = sensitivityOf(graph, asset.id)
  return classification !== undefined || (personal !== undefined && personal !== 'none')
}

/** What a catalogue on the drawing knows of every source. */
const inCatalogue = oncePerGraph((graph) => {
  const says = (fact: string): boolean =>
    graph.components.some((component) => graph.settings(component).truth(fact) === true)
  return { ownersNamed: says('ownersNamed'), classified: says('classified') }
})

const uncheckedLoad = defineRule({
  id: 'DAT-02',
  lenses: ['check'],
  title: 'Data go in as they come',
  severity: 'medium',
  topic: 'data',
  why: 'An empty file, a broken table or an outdated page is learned and quoted like any other. It is cheapest to stop at the door.',
  references: [...iso42001('A.7.4'), ...aiAct('Art. 10'), ...aws('GENSEC06-BP01')],
  falsePositive: 'The source checks what it hands out, and that was agreed.',
  *check(context) {
    const { graph } = context
    for (const loader of graph.components) {
      const field = ['qualityGate', 'dataApproved'].find((name) => hasField(context, loader, name))
      if (field === undefined || !feedsSomething(context, loader.id)) continue
      const standing = standSetting(context, 'data', loader, field)
      if (standing === 'unknown') yield askSetting(context, loader, field)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [loader.id],
        elements: graph.callsFrom(loader.id).map((flow) => flow.callee),
        problem: `${loader.name} takes what it gets: nothing checks that it is whole, plausible and current.`,
        fix: `Let ${loader.name} check count, form, age and duplicates, set aside what fails, and tell the owner.`,
        quickFix: {
          label: 'Plan a check at the door',
          patch: { components: { [loader.id]: { settings: { [field]: true } } } },
        },
        cause: `load ${loader.id}`,
      }
    }
  },
})

/** It writes somewhere or makes a model: a box on its own is still a sketch. */
function feedsSomething({ graph }: RuleContext, loader: Id): boolean {
  const writes = graph.callsFrom(loader).some((flow) => flow.does.includes('write') || flow.mode === 'offline')
  const isFed = graph.callsTo(loader).length + graph.callsFrom(loader).length > 1
  return isFed && (writes || graph.has(loader, 'trains'))
}

const unclearRights = defineRule({
  id: 'DAT-07',
  lenses: ['check'],
  title: 'Nobody knows whether we may use these data',
  severity: 'medium',
  topic: 'data',
  linddun: ['Nc'],
  why: 'What others wrote belongs to them. Copying it into an index or a training set is a use that needs a right, and a trained model cannot give it back.',
  references: [...nist('GOVERN 6.1'), ...iso42001('A.7.3', 'A.7.5'), ...gdpr('Art. 5(1)(b)')],
  falsePositive: 'It is public domain or our own: then state it.',
  *check(context) {
    const { graph } = context
    for (const { asset, uses } of sourcesOfModels(context)) {
      const stated = statedFact(asset, 'licence')
      const licence = known(stated)
      const copies = copiesOf(graph, uses)
      if (copies.length === 0 || (!isOfOthers(asset) && licence !== 'forbidden')) continue
      const isGood = licence === undefined ? undefined : licence !== 'forbidden'
      const standing = stand(context, 'data', isGood, stated, holdersOf(graph, asset.id)[0])
      if (standing === 'unknown') yield askFact(asset, 'licence')
      if (standing !== 'bad') continue
      const trains = copies.some((copy) => graph.has(copy, 'trains'))
      yield {
        type: 'found',
        anchors: [asset.id],
        elements: copies,
        problem: `${asset.name} ${trains ? 'is trained on' : 'is copied and quoted'}, and ${licence === undefined ? 'no right to do so is stated' : 'its owner does not allow it'}.`,
        fix: `Get the right to use ${asset.name} for this, or leave it out.`,
        ...(licence === undefined && !trains ? { severity: 'low' as const } : {}),
      }
    }
  },
})

/** Written by strangers or partners; what customers say about their own case is theirs to give. */
function isOfOthers(asset: DataAsset): boolean {
  const writers = known(asset.writers)
  return writers === 'anyone' || writers === 'partners'
}

/** Indexes and trainings: there it is copied; a page that is only looked up is not. */
function copiesOf(graph: Graph, uses: readonly Id[]): readonly Id[] {
  return uses.filter((use) => graph.has(use, 'answers-search') || graph.has(use, 'trains'))
}

const staleGrounds = defineRule({
  id: 'DAT-05',
  lenses: ['check'],
  title: 'What is found may be out of date',
  severity: 'medium',
  topic: 'data',
  why: 'An answer from last week’s price list is wrong today, and it still shows a source.',
  references: [...iso42001('A.7.4'), ...azure('PE:08')],
  falsePositive: 'What is in there does not change between two loads.',
  *check(context) {
    for (const { requirement, result } of requirementsThat(context, isMissed, isFreshness))
      yield {
        type: 'found',
        anchors: [requirement.id],
        elements: result.elements,
        problem: `${requirement.name ?? 'A requirement'}: ${result.arithmetic}`,
        fix: 'Load more often, load only what has changed, or agree another age.',
        ...(requirement.priority === 'must' ? {} : { severity: 'low' as const }),
        facts: result.value === undefined ? {} : { hours: String(result.value) },
      }
  },
})

function isFreshness(metric: string): boolean {
  return metric === 'data.freshness'
}

export const dataSources: readonly Rule[] = [orphanSource, uncheckedLoad, unclearRights, staleGrounds]
