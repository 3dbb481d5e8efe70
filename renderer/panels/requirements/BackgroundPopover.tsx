import type { Requirement, Value } from '../../../shared/design/design.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { qualityOf } from '../../../shared/requirements/requirement-quality.ts'
import { qualityModel, qualityTitle } from '../../../shared/requirements/quality-model.ts'
import { Choice, FieldRow, LinkButton, Popover, TextRow } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { targetField } from './metric-options.ts'
import { editRequirement, requirementTitle } from './requirement-edits.ts'

const qualityOptions = qualityModel
  .flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)])
  .map((id) => ({ value: id, label: qualityTitle(id) }))

/** Who asks for it and why, and what would be better still. */
export function BackgroundPopover({ requirement }: { readonly requirement: Requirement }) {
  const title = requirementTitle(requirement)
  const field = { ...targetField(findMetric(requirement.metric), requirement), label: 'Stretch' }
  const setText = (name: 'source' | 'rationale' | 'owner', label: string) => (text: string | undefined) =>
    editRequirement(requirement.id, label, (one) => withField(one, name, text))
  const setCategory = (category: string | undefined) =>
    editRequirement(requirement.id, 'Change the quality', (one) => withField(one, 'category', category))
  const setStretch = (stretch: Value | undefined) =>
    editRequirement(requirement.id, 'Change the stretch', (one) => withField(one, 'stretch', stretch))
  return (
    <Popover
      label={`Source and reason of ${title}`}
      width={320}
      align="start"
      trigger={
        <LinkButton className="small requirement-source" title={requirement.rationale}>
          {requirement.source === undefined ? 'Source and reason...' : `Source: ${requirement.source}`}
        </LinkButton>
      }
    >
      <div className="popover-form">
        <p className="strong">{title}</p>
        <TextRow
          label="Source"
          help="Who asks for it: a contract, a law, a person"
          value={requirement.source}
          placeholder="Contract, law, a person"
          onCommit={setText('source', 'Change the source')}
        />
        <TextRow
          label="Owner"
          help="Who answers for it in this house"
          value={requirement.owner}
          placeholder="A person or a team"
          onCommit={setText('owner', 'Change the owner')}
        />
        <TextRow
          label="Reason"
          help="Why it is wanted, and why this much"
          value={requirement.rationale}
          placeholder="Why it is wanted, and why this much"
          several
          onCommit={setText('rationale', 'Change the reason')}
        />
        <FieldRow label="Quality" help="Where it belongs in the quality model" wide>
          {(id) => (
            <Choice
              id={id}
              value={qualityOf(requirement)}
              options={qualityOptions}
              clearLabel="As the metric"
              {...(requirement.category === undefined ? {} : { onClear: () => setCategory(undefined) })}
              onChange={setCategory}
            />
          )}
        </FieldRow>
        <FieldRow label="Stretch" help="What would be better still than the target" wide>
          {(id) => <ValueControl id={id} isTarget field={field} value={requirement.stretch} onChange={setStretch} />}
        </FieldRow>
      </div>
    </Popover>
  )
}
