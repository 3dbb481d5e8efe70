import { Plus, Trash2 } from 'lucide-react'
import { conditionFields, fieldLabel, wordsFor } from '../../shared/graph/condition-words.ts'
import type { Comparison } from '../../shared/graph/condition.ts'
import {
  comparisonsOf,
  type ConditionRow,
  type RowOf,
  rowsOf,
  textOfRows,
} from '../../shared/standards/condition-rows.ts'
import { Button, Choice, type ChoiceOption, IconButton, SearchChoice, TextField } from '../ui/index.ts'

interface ConditionRowsProps {
  readonly label: string
  readonly text: string
  /** Whether it is asked of arrows: then of which end can be said. */
  readonly ofArrows: boolean
  readonly onChange: (text: string) => void
}

/** A condition as rows that all must hold; one that rows cannot show keeps its text. */
export function ConditionRows({ label, text, ofArrows, onChange }: ConditionRowsProps) {
  const rows = rowsOf(text)
  if (rows === undefined)
    return (
      <div className="standards-field standards-field-wide">
        <TextField aria-label={`${label}, as text`} value={text} onCommit={onChange} />
        <span className="faint small">Written as text: rows show parts that must all hold.</span>
      </div>
    )
  const set = (index: number, row: ConditionRow | undefined): void =>
    onChange(textOfRows(rows.flatMap((each, at) => (at === index ? (row ?? []) : each))))
  return (
    <fieldset className="standards-conditions" aria-label={label}>
      {rows.map((row, index) => (
        // A row has nothing of its own but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <Row
          key={index}
          name={`${label}, row ${index + 1}`}
          row={row}
          {...{ ofArrows }}
          onChange={(next) => set(index, next)}
        />
      ))}
      <Button tone="quiet" icon={Plus} onClick={() => onChange(textOfRows([...rows, startOf(ofArrows)]))}>
        {rows.length === 0 ? 'Add a condition' : 'And'}
      </Button>
    </fieldset>
  )
}

function startOf(ofArrows: boolean): ConditionRow {
  return { of: ofArrows ? 'from' : 'itself', subject: 'trait', is: '=', value: 'stores-data' }
}

const ends: readonly ChoiceOption[] = [
  { value: 'from', label: 'its caller' },
  { value: 'to', label: 'its callee' },
]
const abouts: readonly ChoiceOption[] = [
  { value: 'itself', label: 'itself' },
  { value: 'inside', label: 'a boundary around it' },
  { value: 'data', label: 'data of it' },
]
const signs: Readonly<Partial<Record<Comparison, string>>> = {
  '=': 'is',
  '!=': 'is not',
  in: 'is one of',
  stated: 'is stated',
}

interface RowProps {
  readonly name: string
  readonly row: ConditionRow
  readonly ofArrows: boolean
  readonly onChange: (row: ConditionRow | undefined) => void
}

function Row({ name, row, ofArrows, onChange }: RowProps) {
  const known = wordsFor(row.subject)
  const set = (change: Partial<ConditionRow>): void => onChange({ ...row, ...change })
  return (
    <div className="standards-condition">
      <Choice
        label={`${name}: of what`}
        value={row.of}
        options={ofArrows ? [...abouts, ...ends] : abouts}
        onChange={(of) => set({ of: of as RowOf })}
      />
      <SearchChoice
        label={`${name}: what`}
        value={row.subject}
        shown={labelOf(row.subject)}
        searchLabel="Find a field"
        find={findSubjects}
        nothingFound="There is no such field."
        onChange={(subject) => set({ subject, ...startingValue(subject) })}
      />
      <Choice
        label={`${name}: how`}
        value={row.is}
        options={comparisonsOf(row.subject).map((is) => ({ value: is, label: signs[is] ?? is }))}
        onChange={(is) => set({ is: is as Comparison })}
      />
      {row.is === 'stated' ? (
        <span />
      ) : known === undefined || row.is === 'in' ? (
        <TextField aria-label={`${name}: value`} value={row.value} onCommit={(value) => set({ value })} />
      ) : (
        <SearchChoice
          label={`${name}: value`}
          value={row.value}
          shown={row.value}
          searchLabel="Find a word"
          find={(typed) => [{ options: known.filter((each) => each.includes(typed.toLowerCase())).map(optionOf) }]}
          nothingFound="There is no such word."
          onChange={(value) => set({ value })}
        />
      )}
      <IconButton label={`${name}: remove`} icon={Trash2} onClick={() => onChange(undefined)} />
    </div>
  )
}

const subjects: Readonly<Record<string, string>> = {
  kind: 'Kind',
  trait: 'Trait',
  product: 'Product',
  name: 'Name',
  tag: 'Tag',
  crosses: 'Crosses',
}

/** "Retention (settings.retentionDays)": several kinds call a field alike. */
function labelOf(subject: string): string {
  return subjects[subject] ?? `${fieldLabel(subject)} (${subject})`
}

function optionOf(value: string): ChoiceOption {
  return { value, label: value }
}

function findSubjects(
  typed: string,
): readonly { readonly heading: string; readonly options: readonly ChoiceOption[] }[] {
  const fits = ({ label }: ChoiceOption): boolean => label.toLowerCase().includes(typed.toLowerCase())
  const options = (values: readonly string[]): readonly ChoiceOption[] =>
    values.map((value) => ({ value, label: labelOf(value) })).filter(fits)
  return [
    { heading: 'Element', options: options(Object.keys(subjects)) },
    { heading: 'Field', options: options(conditionFields).slice(0, 60) },
  ]
}

/** A row that holds of something until its value is chosen: an empty one could not be read. */
function startingValue(subject: string): Pick<ConditionRow, 'is' | 'value'> {
  if (subjects[subject] === undefined) return { is: 'stated', value: '' }
  return { is: '=', value: wordsFor(subject)?.[0] ?? '*' }
}
