import type { Requirement } from '../../../shared/design/design.ts'
import { moneyFormatter, shownCurrency } from '../../../shared/kinds/figures/money-format.ts'
import { nameOf } from '../../../shared/design/collections.ts'
import { requirementScenario, scenarioParts, type ScenarioPart } from '../../../shared/requirements/scenario.ts'
import { FieldRow, LinkButton, Popover, TextField } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { useDesign } from '../stores.ts'
import { editRequirement, requirementTitle } from './requirement-edits.ts'

/** The requirement as one sentence, in the design's words and currency. */
export function useScenario(requirement: Requirement): string {
  const design = useDesign((one) => one)
  return requirementScenario(requirement, {
    nameOf: (id) => nameOf(design, id),
    money: moneyFormatter(shownCurrency(design)),
  })
}

/** The six parts of a quality scenario, and the sentence that they make. */
export function ScenarioPopover({ requirement }: { readonly requirement: Requirement }) {
  const title = requirementTitle(requirement)
  return (
    <Popover
      label={`Scenario of ${title}`}
      width={400}
      align="start"
      trigger={
        <LinkButton className="small">{requirement.scenario === undefined ? 'Scenario...' : 'Scenario'}</LinkButton>
      }
    >
      <ScenarioForm requirement={requirement} />
    </Popover>
  )
}

function ScenarioForm({ requirement }: { readonly requirement: Requirement }) {
  const sentence = useScenario(requirement)
  const set = (part: ScenarioPart, label: string) => (text: string) =>
    editRequirement(requirement.id, `Change the ${label.toLowerCase()}`, (one) => {
      const { [part]: _before, ...others } = one.scenario ?? {}
      const next = text.trim() === '' ? others : { ...others, [part]: text.trim() }
      return withField(one, 'scenario', Object.keys(next).length === 0 ? undefined : next)
    })
  return (
    <div className="popover-form">
      <p className="strong">Quality scenario</p>
      {scenarioParts.map(({ part, label, example }) => (
        <FieldRow key={part} label={label}>
          {(id) => (
            <TextField
              id={id}
              value={requirement.scenario?.[part] ?? ''}
              placeholder={part === 'measure' ? 'From metric and target' : example}
              onCommit={set(part, label)}
            />
          )}
        </FieldRow>
      ))}
      <p className="requirement-sentence">{sentence}</p>
    </div>
  )
}
