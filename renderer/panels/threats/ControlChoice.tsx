import { controls as catalogue, type CatalogueControl } from '../../../shared/threats/controls.ts'
import type { Rule } from '../../../shared/findings/rule.ts'
import { type OptionGroup, SearchChoice } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

interface ControlChoiceProps {
  readonly label: string
  /** What stands in the closed field. */
  readonly shown: string | undefined
  /** The rule whose controls come first. */
  readonly rule: Rule | undefined
  /** Ids of controls that are chosen already. */
  readonly taken: readonly string[]
  /** The id of a control of the design, or `new:` and a type of the catalogue. */
  readonly onChoose: (control: string) => void
  readonly onClear?: () => void
}

/** A control: one that the design has already, so that one closes several threats, or one of the catalogue. */
export function ControlChoice({ label, shown, rule, taken, onChoose, onClear }: ControlChoiceProps) {
  const mine = useDesign((design) => design.controls) ?? []
  const find = (text: string): readonly OptionGroup[] => {
    const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
    const fits = (said: string): boolean => words.every((word) => said.toLowerCase().includes(word))
    const existing = mine
      .filter(({ id, status }) => status !== 'retired' && !taken.includes(id))
      .filter(({ name, type }) => fits(name ?? type))
      .map((one) => ({ value: one.id, label: one.name ?? one.type, hint: statusHints[one.status] }))
    const offered = catalogue.filter(
      ({ type, title, does }) => !taken.includes(`new:${type}`) && fits(`${title} ${does}`),
    )
    const closing = offered.filter(({ type }) => rule?.closedBy?.includes(type) === true)
    const softening = offered.filter(({ type }) => rule?.softenedBy?.some(({ control }) => control === type) === true)
    const others = offered.filter((one) => !closing.includes(one) && !softening.includes(one))
    return [
      { heading: 'In this design', options: existing },
      { heading: 'New: closes it', options: closing.map(optionOf) },
      { heading: 'New: makes it less likely', options: softening.map(optionOf) },
      { heading: 'New', options: others.map(optionOf) },
    ].filter(({ options }) => options.length > 0)
  }
  return (
    <SearchChoice
      label={label}
      className="threat-control-choice"
      value={shown === undefined ? undefined : ' '}
      shown={shown}
      placeholder={label}
      searchLabel="Find a control"
      find={find}
      nothingFound="No control fits."
      onChange={onChoose}
      {...(onClear === undefined ? {} : { onClear, clearLabel: 'None' })}
    />
  )
}

const statusHints = { proposed: 'proposed', planned: 'planned', inPlace: 'in place', retired: 'retired' } as const

function optionOf({ type, title, strength }: CatalogueControl) {
  return { value: `new:${type}`, label: title, ...(strength === 'probabilistic' ? { hint: 'less likely only' } : {}) }
}
