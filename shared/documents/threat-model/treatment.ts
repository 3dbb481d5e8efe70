import { requirementRule, type Treatment } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'
import { badge, paragraph, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { controls } from '../../threats/controls.ts'
import { acceptedIn, acceptedTable, ruleTitle } from '../accepted.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Tone } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import { capital, splitWords } from '../../design/wording.ts'
import { dueWords } from './decision.ts'
import { threatReference, threatsOf } from './threats.ts'
import { placeName } from '../text/place-name.ts'

const controlTones: Readonly<Record<string, Tone>> = {
  inPlace: 'pass',
  planned: 'atRisk',
  proposed: 'unknown',
  retired: 'fail',
}

function controlTitle(id: string): string {
  return controls.find(({ type }) => type === id)?.title ?? id
}

/** What is in place or promised, what open threats still need, and who does it by when. */
export function controlBlocks(context: DocumentContext, threats: readonly Finding[]): readonly Block[] {
  const { design, graph } = context
  const recorded = design.controls ?? []
  const numbers = new Map(threats.map(({ treatedBy }, index) => [treatedBy, index]))
  const numberOf = ({ id }: Treatment): number => numbers.get(id) ?? threats.length
  // As the threats stand above; what treats none of them comes last.
  const treatments = (design.treatments ?? [])
    .filter(({ response }) => response !== 'accept')
    .toSorted((a, b) => numberOf(a) - numberOf(b))
  const untreated = threats.filter(
    ({ status, treatedBy, note }) => status === 'open' && (treatedBy === undefined || note !== undefined),
  )
  const proposed = untreated.filter(({ remedy }) => remedy !== undefined)
  const unproposed = untreated.filter(({ remedy }) => remedy === undefined)
  return [
    ...(recorded.length === 0
      ? [paragraph('No control has been recorded beside what the picture shows.')]
      : [
          table(
            [
              { title: 'Control', width: 2.6 },
              { title: 'On', width: 2 },
              { title: 'Status' },
              { title: 'Owner', width: 1.2 },
              { title: 'Due' },
            ],
            recorded.map((control): readonly Words[] => [
              [
                strong(control.name ?? controlTitle(control.type)),
                control.by === undefined ? '' : `, by ${graph.name(control.by)}`,
              ],
              listWords(
                control.on.map((id) => placeName(id, graph)),
                4,
              ),
              [badge(splitWords(control.status), controlTones[control.status] ?? 'unknown')],
              control.owner ?? '–',
              control.due ?? '–',
            ]),
            'Controls',
          ),
        ]),
    ...(treatments.length === 0
      ? []
      : [
          table(
            [
              { title: 'Threat', width: 2.4 },
              { title: 'Response' },
              { title: 'Why', width: 3.6 },
              { title: 'Owner' },
              { title: 'Due' },
              { title: 'State' },
            ],
            treatments.map((treatment): readonly Words[] => [
              subjectOf(treatment, context, threats),
              treatment.response,
              asSentence(treatment.reason),
              treatment.owner ?? '–',
              dueWords(treatment, context),
              splitWords(treatment.status ?? 'open'),
            ]),
            'Treatment',
          ),
        ]),
    ...(proposed.length === 0
      ? []
      : [
          table(
            [
              { title: 'Open threat', width: 2.6 },
              { title: 'Proposed control', width: 2 },
              { title: 'Where', width: 1.6 },
              { title: 'Strength' },
            ],
            proposed.map((threat): readonly Words[] => [
              threatReference(threats, threat),
              threat.remedy?.title ?? '',
              threat.remedy === undefined ? '' : placeName(threat.remedy.at, graph),
              capital(threat.remedy?.strength ?? ''),
            ]),
            'Open threats without a treatment that holds, and the cheapest control that this report proposes. Owner and date are to be agreed.',
          ),
        ]),
    ...unproposedBlocks(unproposed, threats),
  ]
}

/** No rule knows what would close them, so no table can propose it: they are named, or nobody would miss them there. */
function unproposedBlocks(unproposed: readonly Finding[], threats: readonly Finding[]): readonly Block[] {
  if (unproposed.length === 0) return []
  const numbers = unproposed.map((threat) => `T${threats.indexOf(threat) + 1}`)
  const [are, them] = unproposed.length === 1 ? ['is', 'it'] : ['are', 'them']
  return [
    paragraph([
      strong(listWords(numbers, 12)),
      ` ${are} open as well, with no treatment that holds. No rule proposes a control: decide what helps against ${them}, or who accepts ${them}.`,
    ]),
  ]
}

/** Waivers: what was accepted, by whom, until when, and on what basis. */
export function acceptedBlocks(context: DocumentContext): readonly Block[] {
  if (acceptedIn(context).length === 0) return [paragraph('Nothing has been accepted.')]
  const threats = threatsOf(context)
  return [acceptedTable(context, (treatment) => subjectOf(treatment, context, threats))]
}

function subjectOf(treatment: Treatment, context: DocumentContext, threats: readonly Finding[]): Words {
  const { analysis, graph } = context
  const finding =
    analysis.findings.find(({ treatedBy }) => treatedBy === treatment.id) ??
    analysis.findings.find(
      ({ rule, anchors }) => rule === treatment.rule && treatment.on.every((id) => anchors.includes(id)),
    )
  const places = listWords(
    treatment.on.map((id) => placeName(id, graph)),
    3,
  )
  if (treatment.rule === requirementRule) return `Requirement ${places}`
  return finding?.lenses.includes('threat') === true
    ? threatReference(threats, finding)
    : `${ruleTitle(treatment.rule, context)} (${treatment.rule}, ${places})`
}
