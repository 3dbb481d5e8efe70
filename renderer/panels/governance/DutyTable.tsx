import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import { evidenceObjects } from '../../../shared/governance/evidence/objects.ts'
import { isPrintable } from '../../../shared/governance/laws/index.ts'
import { roleWords } from '../../../shared/governance/words.ts'
import { Badge, EmptyState } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

/** What the act asks of the roles of this organisation, from when, and what does not show yet that it is met. */
export function DutyTable({ governance: { obligations } }: { readonly governance: GovernanceAssessment }) {
  const design = useDesign((one) => one)
  if (obligations.length === 0)
    return <EmptyState text="The answers so far bring no duty. Answer what decides the tier and they show here." />
  return (
    <table className="panel-table governance-table">
      <thead>
        <tr>
          <th>Provision</th>
          <th>Duty</th>
          <th>Whose</th>
          <th>Applies from</th>
          <th>Evidence missing</th>
        </tr>
      </thead>
      <tbody>
        {obligations.map(({ id, provision, says, roles, appliesFrom, inForce, laws, missing }) => (
          <tr key={id}>
            <td className="nowrap">{provision}</td>
            <td>{says}</td>
            <td className="muted">
              {roles.length === 0 ? 'All' : roles.map((role) => roleWords[role] ?? role).join(', ')}
            </td>
            <td className="nowrap">
              {appliesFrom ?? 'disputed'} {inForce === true ? <Badge tone="accent">applies</Badge> : null}{' '}
              {laws.every((law) => isPrintable(design, law)) ? null : <Badge tone="assumed">not confirmed</Badge>}
            </td>
            <td className="muted">
              {missing.map((each) => evidenceObjects.find((object) => object.id === each)?.title ?? each).join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
