import type { Component, Id } from '../../design/design.ts'
import { arrivalsAt, keptIn } from '../../findings/arrivals.ts'
import { rate } from '../../findings/rate.ts'
import { atlas, cwe, llm, nistAml, owaspMl } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss, sensitivityOf } from '../../findings/sensitivity.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { not } from '../one-of.ts'

const nakedVectors = defineRule({
  id: 'RAG-04',
  lenses: ['threat'],
  title: 'Vectors of private text can be read',
  severity: 'medium',
  topic: 'retrieval',
  stride: 'I',
  why: 'A vector is not a digest: much of the text can be rebuilt from it. Who can fetch the vectors has the documents, whatever the rights on them.',
  references: [
    ...llm('LLM09'),
    ...atlas('T0024.001'),
    ...nistAml('NISTAML.032'),
    ...cwe('CWE-200'),
    ...owaspMl('ML03'),
  ],
  falsePositive: 'Only the service account of the index job can fetch them, by an address of its own.',
  verify: 'Query the index as the application does and ask for the vectors: they must not come along.',
  closedBy: ['vectors-kept-inside'],
  softenedBy: [{ control: 'anomaly-watch', why: 'It sees a great fetch, and not the few documents that were wanted.' }],
  *check(context) {
    const { graph } = context
    for (const index of graph.with('answers-search')) {
      const strange = graph.callsTo(index.id).filter((flow) => graph.crosses(flow, 'organisation') === true)
      const given = graph.settings(index).truth('givesVectors')
      const mayMatter = given === true || strange.length > 0
      if (!mayMatter || !hasField(context, index, 'givesVectors')) continue
      const assets = keptIn(context, index.id).filter((asset) => sensitivityOf(graph, asset).isPrivate === true)
      if (assets.length === 0) continue
      const standing = stand(context, 'retrieval', not(given), graph.stated(index, 'givesVectors'), index.id)
      if (standing === 'unknown') yield askSetting(context, index, 'givesVectors')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [index.id],
        elements: strange.map(({ caller }) => caller),
        problem: `${index.name} gives out the vectors of ${listNames(graph, assets)}${strange.length > 0 ? ', also to another party' : ''}.`,
        fix: `Let ${index.name} return passages or ids only, and keep the vectors for the job that writes them.`,
        rating: rate(
          [
            { steps: 2, why: 'a caller can fetch them' },
            { steps: strange.length > 0 ? 1 : 0, why: 'another party holds them' },
          ],
          [{ steps: 2, why: 'text can be rebuilt from them' }, impactOfLoss(graph, assets)],
        ),
        remedy: {
          control: 'vectors-kept-inside',
          title: `Vectors stay in ${index.name}`,
          at: index.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to keep vectors inside',
          patch: { components: { [index.id]: { settings: { givesVectors: false } } } },
        },
      }
    }
  },
})

const indexedSecrets = defineRule({
  id: 'RAG-05',
  lenses: ['threat'],
  title: 'Passwords in documents can be asked for',
  severity: 'medium',
  topic: 'retrieval',
  stride: 'I',
  why: 'Every house has a page with a password on it. Nobody found it for years; a search by meaning finds it in a second.',
  references: [...atlas('T0082'), ...llm('LLM09', 'LLM02'), ...cwe('CWE-312')],
  falsePositive: 'The sources are published: what is in them is known.',
  verify: 'Put a test key into a source, load it and ask for passwords: it must not come up.',
  closedBy: ['secret-scan', 'redact-before-write'],
  softenedBy: [
    { control: 'content-filter', why: 'It knows the form of some keys, and not the word that somebody chose.' },
    { control: 'trained-people', why: 'The page was written before the training, by somebody who has left.' },
  ],
  *check(context) {
    const { graph } = context
    for (const loader of graph.with('ingests')) {
      const indexes = filledBy(context, loader)
      const assets = loadedAssets(context, loader.id)
      if (indexes.length === 0 || assets.length === 0) continue
      const standing = standSetting(context, 'retrieval', loader, 'secretScan')
      if (standing === 'unknown') yield askSetting(context, loader, 'secretScan')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [loader.id],
        elements: indexes,
        problem: `${loader.name} loads ${listNames(graph, assets)} into ${listNames(graph, indexes)}, with any password that stands in there.`,
        fix: `Find and remove keys and passwords in ${loader.name}, tell the owners, and change those that are found.`,
        rating: rate(
          [{ steps: 3, why: 'a plain question is enough' }],
          [{ steps: 3, why: 'a key opens another system' }],
        ),
        remedy: {
          control: 'secret-scan',
          title: `Secrets removed in ${loader.name}`,
          at: loader.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan the scan',
          patch: { components: { [loader.id]: { settings: { secretScan: true } } } },
        },
      }
    }
  },
})

/** What it loads that is stated as more than public: of the rest nobody has said that it could hold a secret. */
function loadedAssets(context: RuleContext, loader: Id): readonly Id[] {
  const { graph } = context
  const assets = [...new Set(arrivalsAt(context, loader).map(({ asset }) => asset))].toSorted()
  return assets.filter((asset) => {
    const { classification } = sensitivityOf(graph, asset)
    return classification !== undefined && classification !== 'public'
  })
}

/** Indexes that it writes to and that somebody searches. */
function filledBy({ graph }: RuleContext, loader: Component): readonly Id[] {
  const filled = graph
    .callsFrom(loader.id)
    .filter(({ callee, does }) => graph.has(callee, 'answers-search') && does.includes('write'))
  return filled
    .map(({ callee }) => callee)
    .filter((index) => graph.callsTo(index).some(({ does }) => does.includes('read')))
}

const staleRights = defineRule({
  id: 'RAG-06',
  lenses: ['threat'],
  title: 'A right that was taken away still holds in the index',
  severity: 'medium',
  topic: 'retrieval',
  stride: 'I',
  why: 'The index was filled with the rights of that day. Who has left a project keeps finding its documents until somebody loads them anew.',
  references: [...llm('LLM09', 'LLM02'), ...atlas('T0085.000'), ...cwe('CWE-285')],
  falsePositive: 'The index asks the source for rights at each query.',
  verify: 'Take a right away from a test person and search after the promised time: the document must be gone.',
  closedBy: ['rights-sync', 'pass-identity-on'],
  softenedBy: [{ control: 'anomaly-watch', why: 'Somebody who searches as on every other day raises no alarm.' }],
  *check(context) {
    const { graph } = context
    for (const loader of graph.with('ingests')) {
      const indexes = filledBy(context, loader).filter((index) => asksForRights(context, index))
      const sources = graph
        .callsFrom(loader.id)
        .flatMap(({ callee }) => (graph.settings(callee).text('accessControl') === 'document' ? [callee] : []))
      if (indexes.length === 0 || sources.length === 0) continue
      const lostIn = graph
        .callsFrom(loader.id)
        .map(({ callee }) => callee)
        .filter((callee) => graph.settings(callee).truth('keepsMetadata') === false)
      const [lost] = lostIn
      const standing = lost === undefined ? standSetting(context, 'retrieval', loader, 'rightsFollow') : 'bad'
      if (standing === 'unknown') yield askSetting(context, loader, 'rightsFollow')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [loader.id],
        elements: [...sources, ...indexes, ...lostIn],
        problem:
          lost === undefined
            ? `A right that is taken away in ${listNames(graph, sources)} goes on in ${listNames(graph, indexes)}: ${loader.name} does not pass it on.`
            : `${graph.name(lost)} drops the rights of ${listNames(graph, sources)} before ${listNames(graph, indexes)} could use them.`,
        fix: `Carry rights from ${listNames(graph, sources)} with each piece, pass changes on within hours, and test it with a right taken away.`,
        rating: rate(
          [{ steps: lost === undefined ? 2 : 3, why: 'people change projects every week' }],
          [{ steps: 3, why: 'they read what was meant for others' }],
        ),
        remedy: {
          control: 'rights-sync',
          title: `Rights that follow in ${loader.name}`,
          at: loader.id,
          strength: 'deterministic',
        },
        ...(lost === undefined
          ? {
              quickFix: {
                label: 'Plan that rights follow',
                patch: { components: { [loader.id]: { settings: { rightsFollow: true } } } },
              },
            }
          : {}),
      }
    }
  },
})

/** An index that is open to all has a finding of its own. */
function asksForRights({ graph }: RuleContext, index: Id): boolean {
  const access = graph.settings(index).text('accessControl')
  return access !== undefined && access !== 'none'
}

/** What an index gives away that the documents behind it would not. */
export const indexContent: readonly Rule[] = [nakedVectors, indexedSecrets, staleRights]
