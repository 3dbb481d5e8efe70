import type { Id } from '../../design/design.ts'
import { known, truth } from '../../design/value.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActTier } from '../ai-act/act-tier.ts'
import { financialWord } from '../ai-act/domain-words.ts'
import type { EvidenceId, EvidenceState } from '../evidence/evidence.ts'
import type { ControlFramework, ControlScope, FrameworkId } from './framework.ts'
import { controlFrameworks } from './index.ts'

/** Whether something concerns this design; open while nobody can tell. */
export type Applies = 'yes' | 'no' | 'open'

/** One control with one kind of evidence. */
export interface ControlRow {
  readonly framework: FrameworkId
  readonly control: string
  readonly title: string
  readonly evidence: EvidenceId
  readonly evidenceTitle: string
  readonly applies: Applies
  readonly status: 'automatic' | 'typed' | 'missing'
  readonly elements: readonly Id[]
  readonly says: string
}

export interface FrameworkState {
  readonly id: FrameworkId
  readonly title: string
  readonly edition: string
  readonly applies: Applies
  readonly because: string
  /** Rows that apply, and those of them with evidence. What is open is in neither. */
  readonly applicable: number
  readonly decided: number
  readonly open: number
}

/** The key of a person's word on whether a framework concerns the design. */
export function frameworkAnswer(id: FrameworkId): string {
  return `framework.${id}`
}

/** Evidence laid beside every control of every framework, and how far each framework is covered. */
export function mapControls(
  graph: Graph,
  act: ActTier,
  evidence: readonly EvidenceState[],
): { readonly frameworks: readonly FrameworkState[]; readonly rows: readonly ControlRow[] } {
  const states = new Map(evidence.map((state) => [state.id, state]))
  const mapped = controlFrameworks.map((framework) => {
    const concern = concernOf(graph, act, framework)
    const rows = framework.controls.flatMap((control) =>
      control.evidence.flatMap((id): readonly ControlRow[] => {
        const state = states.get(id)
        if (state === undefined) return []
        const inScope = control.scope === undefined ? 'yes' : scopes[control.scope](graph, act)
        return [
          {
            framework: framework.id,
            control: control.id,
            title: control.title,
            evidence: id,
            evidenceTitle: state.title,
            applies: state.status === 'notApplicable' ? 'no' : both(concern.applies, inScope),
            status: state.status === 'notApplicable' ? 'missing' : state.status,
            elements: state.elements,
            says: state.says,
          },
        ]
      }),
    )
    return { state: coverageOf(framework, concern, rows), rows }
  })
  return { frameworks: mapped.map(({ state }) => state), rows: mapped.flatMap(({ rows }) => rows) }
}

function coverageOf(framework: ControlFramework, concern: Concern, rows: readonly ControlRow[]): FrameworkState {
  const applicable = rows.filter(({ applies }) => applies === 'yes')
  return {
    id: framework.id,
    title: framework.title,
    edition: framework.edition,
    ...concern,
    applicable: applicable.length,
    decided: applicable.filter(({ status }) => status !== 'missing').length,
    open: rows.filter(({ applies }) => applies === 'open').length,
  }
}

interface Concern {
  readonly applies: Applies
  readonly because: string
}

/** A person's word first, then what the design states; a standard is followed until somebody says that it is not. */
function concernOf(graph: Graph, act: ActTier, framework: ControlFramework): Concern {
  const answer = graph.design.answers?.[frameworkAnswer(framework.id)]
  const said = truth(answer?.value)
  if (said !== undefined) return { applies: said ? 'yes' : 'no', because: answer?.rationale ?? 'Stated by hand.' }
  switch (framework.id) {
    case 'eu-ai-act':
      return act.highest === 'outOfScope'
        ? { applies: 'no', because: 'Out of scope by the questionnaire.' }
        : act.lowest === 'outOfScope'
          ? { applies: 'open', because: 'The questionnaire is open.' }
          : { applies: 'yes', because: 'In scope by the questionnaire.' }
    case 'gdpr':
      return personalData(graph)
    case 'dora': {
      const word = financialWord(graph)
      return word === undefined
        ? { applies: 'open', because: 'Is the client a financial entity?' }
        : { applies: 'yes', because: `The design speaks of "${word}".` }
    }
    case 'model-risk': {
      const isBank = /bank|credit/i.test(financialWord(graph) ?? '')
      return isBank
        ? { applies: 'yes', because: 'The design speaks of a bank.' }
        : { applies: 'open', because: 'Is the client a bank under the guidance?' }
    }
    case 'nist-ai-rmf':
    case 'nist-genai':
    case 'iso-42001':
    case 'soc2':
      return { applies: 'yes', because: 'A standard to follow.' }
    default:
      return framework.id satisfies never
  }
}

function personalData(graph: Graph): Concern {
  const assets = graph.design.data ?? []
  const verdicts = assets.map(({ id }) => isPersonal(graph, id))
  if (verdicts.includes(true)) return { applies: 'yes', because: 'Some of the data speaks about people.' }
  if (assets.length > 0 && verdicts.every((verdict) => verdict === false))
    return { applies: 'no', because: 'None of the data speaks about people.' }
  return { applies: 'open', because: 'Does any of the data speak about people?' }
}

function both(one: Applies, other: Applies): Applies {
  if (one === 'no' || other === 'no') return 'no'
  return one === 'open' || other === 'open' ? 'open' : 'yes'
}

const isHigh = (act: ActTier): Applies =>
  act.tier === 'high'
    ? 'yes'
    : act.tier === 'open' && (act.highest === 'high' || act.highest === 'prohibited')
      ? 'open'
      : 'no'

const optionsOf = (act: ActTier, id: string) => act.questions.find((question) => question.id === id)?.options

const scopes: Readonly<Record<ControlScope, (graph: Graph, act: ActTier) => Applies>> = {
  high: (_graph, act) => isHigh(act),
  'in-area': (_graph, act) => (act.derogated ? 'yes' : isHigh(act)),
  transparency: (_graph, act) => {
    const said = [optionsOf(act, 'interacts'), optionsOf(act, 'content')]
    if (said.some((options) => options?.some((option) => option !== 'no' && option !== 'none') === true)) return 'yes'
    return said.includes(undefined) ? 'open' : 'no'
  },
  'general-purpose': (_graph, act) =>
    act.generalPurpose === 'open' ? 'open' : act.generalPurpose === 'none' ? 'no' : 'yes',
  deciding: (graph) => {
    const effect = known(graph.design.context?.['decisionEffect'])
    return effect === undefined ? 'open' : effect === 'significant' ? 'yes' : 'no'
  },
  personal: (graph) => personalData(graph).applies,
}
