import { known } from '../../design/value.ts'
import { fieldWords } from './field-words.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { facts, heading, list, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { asSentence, asTitle, requirementSentence, verdictBadge } from '../text/sentences.ts'
import { characteristicOf } from '../../requirements/quality-model.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import type { Chapter } from './chapter.ts'
import type { Requirement } from '../../design/design.ts'

const mostGoals = 5
const rank: Readonly<Record<Requirement['priority'], number>> = { must: 0, should: 1, could: 2 }

/** What it is for, the goals that count most, and who has a stake in it. */
export function goals(context: DocumentContext): Chapter | undefined {
  const { design, analysis, graph } = context
  const { framing } = design
  const top = (design.requirements ?? []).toSorted((a, b) => rank[a.priority] - rank[b.priority]).slice(0, mostGoals)
  const sheet = facts({
    Problem: said(framing?.problem),
    Users: said(framing?.users),
    'Decision supported': said(framing?.decision),
    'As it is today': said(framing?.baseline),
  })
  const stakes = stakeholders(context)
  const blocks: Block[] = [
    ...(design.summary === undefined ? [] : [paragraph(asSentence(design.summary))]),
    ...(sheet.type === 'facts' && sheet.rows.length > 0 ? [sheet] : []),
    ...((framing?.measures ?? []).length === 0
      ? []
      : [
          table(
            ['Measure of success', 'Today', 'Aim'],
            (framing?.measures ?? []).map(({ name, baseline, aim }) => [
              name,
              baseline ?? 'not stated',
              aim ?? 'not stated',
            ]),
            'What success is measured by',
          ),
        ]),
    ...(top.length === 0
      ? []
      : [
          table(
            [{ title: 'Goal', width: 5 }, { title: 'As drawn' }],
            top.map((requirement): readonly Words[] => [
              requirementSentence(requirement, (id) => graph.name(id), shownCurrency(design)),
              verdictWords(requirement.id, context),
            ]),
            'Goals that count most',
          ),
        ]),
    ...stakes,
  ]
  if (blocks.length === 0) return undefined
  const met = top.filter(
    ({ id }) => analysis.requirements.find(({ requirement }) => requirement === id)?.verdict === 'pass',
  )
  return {
    says:
      top.length === 0
        ? 'no quality goal has been stated yet'
        : `${met.length} of the ${countOf(top.length, 'first goal')} ${met.length === 1 ? 'is' : 'are'} met as drawn`,
    blocks,
  }
}

const said = (text: string | undefined): string | undefined => (text === undefined ? undefined : asSentence(text))

export function verdictWords(requirement: string, { analysis }: DocumentContext): Words {
  const found = analysis.requirements.find((each) => each.requirement === requirement)
  return found === undefined ? 'not computed' : [verdictBadge(found.verdict)]
}

/** Everybody whom the design names: who asked for a requirement, who owns something, who decided. */
function stakeholders({ design, graph }: DocumentContext): readonly Block[] {
  const concerns = new Map<string, Map<string, Set<string>>>()
  const add = (who: string | undefined, verb: string, what: string): void => {
    const name = who?.trim() ?? ''
    if (name === '') return
    const verbs = concerns.get(name) ?? new Map<string, Set<string>>()
    concerns.set(name, verbs.set(verb, (verbs.get(verb) ?? new Set()).add(what)))
  }
  for (const requirement of design.requirements ?? [])
    add(
      requirement.source,
      'asks for',
      `"${requirement.name ?? findMetric(requirement.metric)?.title ?? requirement.metric}"`,
    )
  for (const component of design.components ?? []) add(component.owner, 'owns', component.name)
  for (const { people, name } of design.decisions ?? [])
    for (const decider of people?.deciders ?? []) add(decider, 'decided', `"${asTitle(name)}"`)
  for (const component of design.components ?? [])
    if (graph.has(component, 'person')) add(component.name, 'works with', design.name)
  if (concerns.size === 0) return []
  return [
    heading(3, 'Who has a stake in it'),
    list(
      [...concerns].map(([who, verbs]): Words => [
        strong(who),
        `: ${[...verbs].map(([verb, what]) => `${verb} ${listWords([...what], 4)}`).join('; ')}.`,
      ]),
    ),
  ]
}

/** What the solution may not leave: places, budget, laws, and requirements that come from outside. */
export function constraints(context: DocumentContext): Chapter | undefined {
  const { design, graph } = context
  const stated = fieldWords(design.context ?? {}, shownCurrency(design))
  const fixed = (design.requirements ?? []).filter(
    ({ metric, priority }) =>
      priority === 'must' && characteristicOf(findMetric(metric)?.category ?? '')?.id === 'compliance',
  )
  const regions = new Set((design.boundaries ?? []).flatMap(({ region }) => known(region) ?? []))
  if (Object.keys(stated).length === 0 && fixed.length === 0 && regions.size === 0) return undefined
  const count = Object.keys(stated).length + fixed.length
  return {
    says: `${count === 1 ? 'one is' : `${count} are`} given`,
    blocks: [
      ...(Object.keys(stated).length === 0 ? [] : [facts(stated)]),
      ...(regions.size === 0 ? [] : [paragraph(`It runs in ${listWords([...regions])}.`)]),
      ...(fixed.length === 0
        ? []
        : [
            list(
              fixed.map((requirement): Words =>
                requirementSentence(requirement, (id) => graph.name(id), shownCurrency(design)),
              ),
            ),
          ]),
    ],
  }
}
