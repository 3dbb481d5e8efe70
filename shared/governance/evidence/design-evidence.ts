import type { Component, DataAsset } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import type { Graph } from '../../graph/graph.ts'
import { inScope } from '../model-boxes.ts'
import type { EvidenceObject } from './evidence.ts'
import { every, present, some, stated } from './parts.ts'

const words = (text: string | undefined): boolean => (text ?? '').trim() !== ''
const has = (graph: Graph, box: Component, field: string): boolean => field in graph.kindOf(box).settings
const withField = (graph: Graph, field: string) => inScope(graph).filter((box) => has(graph, box, field))
const truthOf = (graph: Graph, field: string) => (box: Component) => graph.settings(box).truth(field)

/** What the drawing, its sheet and its registers show. */
export const designEvidence: readonly EvidenceObject[] = [
  {
    id: 'purpose',
    title: 'Purpose, users, what it is not for',
    look: ({ graph }) => {
      const { design } = graph
      return [
        stated('Purpose is written down', words(design.framing?.problem) || words(design.framing?.decision)),
        present(
          'Users are drawn',
          graph.with('person').filter((box) => graph.has(box, 'starts-requests')),
        ),
        stated('What it is not for is written down', (design.framing?.nonGoals ?? []).some(words)),
        stated('Effect on people is stated', known(design.context?.['decisionEffect']) !== undefined),
      ]
    },
  },
  {
    id: 'tier',
    title: 'Tier under the EU AI Act, with its reasons',
    look: ({ act }) => [stated('The tier is confirmed by people', act.standing === 'confirmed')],
  },
  {
    id: 'risks',
    title: 'Register of risks, treatments and what is left',
    look: ({ graph, findings }) => {
      const { treatments = [], risks = [] } = graph.design
      const heavy = findings.filter(({ severity }) => severity === 'critical' || severity === 'high')
      return [
        present('Risks or treatments are recorded', [...treatments, ...risks]),
        ...every('What is critical or high is treated', heavy, ({ status }) => status !== 'open').map((part) => ({
          ...part,
          elements: [...new Set(heavy.flatMap(({ elements }) => elements))],
        })),
        ...every(
          'What is accepted has an approver and an end',
          treatments.filter(({ response }) => response === 'accept'),
          ({ approver, until }) => words(approver) && words(until),
        ),
      ]
    },
  },
  {
    id: 'data',
    title: 'Register of data: origin, class, licence, owner',
    look: ({ graph }) => {
      const assets: readonly DataAsset[] = graph.design.data ?? []
      const roots = assets.filter(({ derivedFrom = [] }) => derivedFrom.length === 0)
      return [
        present('Data are listed', assets),
        ...every('Class is stated', assets, ({ id }) =>
          sensitivityOf(graph, id).classification === undefined ? undefined : true,
        ),
        ...every('Whether it speaks about people is stated', assets, ({ id }) =>
          sensitivityOf(graph, id).personal === undefined ? undefined : true,
        ),
        ...every('Who writes it is stated', roots, ({ writers }) => (known(writers) === undefined ? undefined : true)),
        ...every('Licence or lawful basis is stated', roots, ({ facts }) =>
          (known(facts?.['licence']) ?? known(facts?.['lawfulBasis'])) ? true : undefined,
        ),
        ...every('It has an owner', roots, ({ owner }) => (words(owner) ? true : undefined)),
      ]
    },
  },
  {
    id: 'design-record',
    title: 'Diagrams and decision records',
    look: ({ graph }) => [
      present('The design is drawn', graph.flows),
      present(
        'Decisions are recorded with their reasons',
        (graph.design.decisions ?? []).filter(({ status, because }) => status === 'accepted' && words(because)),
      ),
    ],
  },
  {
    id: 'logs',
    title: 'Logs, what is in them, how long they are kept',
    look: ({ graph }) => {
      const logs = graph.with('observes').filter(({ id }) => graph.callsTo(id).length > 0)
      return [
        present('Calls are logged', logs),
        ...every('They are kept for six months or more', logs, (box) => {
          const days = graph.settings(box).number('retentionDays')
          return days === undefined ? undefined : days >= 183
        }),
        ...(logs.length === 0 ? [] : [some(graph, 'Nobody can rewrite them', logs, ['appendOnly'])]),
      ]
    },
  },
  {
    id: 'disclosure',
    title: 'Notice to people',
    look: ({ graph, act }) => {
      const channels = withField(graph, 'saysAi')
      const told = (box: Component) =>
        controlInPlace(graph, ['ai-notice'], [box.id]) === undefined ? graph.settings(box).truth('saysAi') : true
      const talks = act.questions.find(({ id }) => id === 'interacts')?.options
      if (channels.length === 0 && talks?.includes('no') === true)
        return [stated('Nobody deals with it directly', true)]
      return [
        present('Where people meet it is drawn', channels),
        ...every('People are told that a machine answers', channels, told),
      ]
    },
  },
  {
    id: 'marking',
    title: 'Marks on what it makes',
    look: ({ graph }) => every('What it makes is marked', withField(graph, 'marked'), truthOf(graph, 'marked')),
  },
  {
    id: 'oversight',
    title: 'People who decide, overrule and stop',
    look: ({ graph }) => [
      present(
        'A person reviews or approves',
        graph.with('human-gate').filter(({ id }) => graph.callsTo(id).length > 0),
      ),
      ...every(
        'Reviewers may overrule',
        graph.with('human-gate').filter((box) => has(graph, box, 'canOverride')),
        truthOf(graph, 'canOverride'),
      ),
      ...every('Agents can be stopped', withField(graph, 'killSwitch'), (box) =>
        controlInPlace(graph, ['kill-switch'], [box.id]) === undefined ? truthOf(graph, 'killSwitch')(box) : true,
      ),
    ],
  },
]
