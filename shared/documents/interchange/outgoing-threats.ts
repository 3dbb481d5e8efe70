import { manualThreatRule } from '../../design/design.ts'
import type { Design, Id } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'
import { fingerprint } from '../../findings/fingerprint.ts'
import type { OutgoingThreat, Standing } from '../../interchange/outgoing-threats.ts'
import { severityWords } from '../../interchange/outgoing-threats.ts'
import { typeOfCell } from '../../interchange/threat-words.ts'
import type { DocumentContext } from '../document.ts'
import { verificationOf, wayOf } from '../threat-lists/threat-facts.ts'
import { threatsOf } from '../threat-model/threats.ts'

const statuses = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  transferred: 'Transferred',
  avoided: 'Avoided',
  disputed: 'NotApplicable',
} as const

/** What the rules found, in the words of other tools. What people wrote down is in the design, and leaves with it. */
export function derivedThreats(context: DocumentContext): readonly OutgoingThreat[] {
  return threatsOf(context)
    .filter(({ rule }) => rule !== manualThreatRule)
    .flatMap((threat): readonly OutgoingThreat[] => {
      const drawn = [...new Set([...threat.anchors, ...threat.elements])].filter((id) => isDrawn(id, context))
      const [on] = drawn
      if (on === undefined) return []
      const { rule, anchors, title, severity, status, rating } = threat
      return [
        {
          on,
          about: [on],
          ...categoryOf(threat),
          title,
          description: descriptionOf(threat, context),
          mitigation: [threat.fix, verificationOf(threat)].filter((line) => line !== undefined).join('\n\n'),
          status: statuses[status],
          severity: severityWords[severity],
          ...(rating === undefined ? {} : { rating: { likelihood: rating.likelihood, impact: rating.impact } }),
          ours: { fingerprint: threat.id, rule, on: anchors },
        },
      ]
    })
}

/** How the threats stand that people wrote down in this design, as every other document of the day says it. */
export function standingsOf({ risks = [] }: Design, context: DocumentContext): readonly Standing[] {
  const byRisk = new Map(threatsOf(context).map((threat) => [threat.id, threat]))
  return risks.flatMap(({ id }): readonly Standing[] => {
    const threat = byRisk.get(fingerprint(manualThreatRule, [id]))
    if (threat === undefined) return []
    const { title, problem, status } = threat
    return [{ risk: id, title, description: problem, status: statuses[status] }]
  })
}

function isDrawn(id: Id, { graph }: DocumentContext): boolean {
  return graph.component(id) !== undefined || graph.flow(id) !== undefined
}

/** The first letter of STRIDE, else of LINDDUN: other tools know one category for a threat. */
function categoryOf({ stride = '', linddun = [] }: Finding): Pick<OutgoingThreat, 'type' | 'method'> {
  const [security] = stride
  const [privacy] = linddun
  if (security === undefined && privacy !== undefined)
    return { type: typeOfCell({ method: 'linddun', letter: privacy }), method: 'LINDDUN' }
  return { type: typeOfCell({ method: 'stride', letter: security ?? '' }), method: 'STRIDE' }
}

function descriptionOf(threat: Finding, context: DocumentContext): string {
  const way = wayOf(threat, context)
  const path = way.length > 1 ? `Path: ${way.join(' → ')}.` : undefined
  return [threat.problem, threat.why, path, `Rule ${threat.rule}.`].filter((line) => line !== undefined).join('\n\n')
}
