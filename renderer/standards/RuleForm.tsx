import { severities } from '../../shared/findings/finding.ts'
import { topicWords } from '../../shared/findings/topic-words.ts'
import { textAt, type WrittenRule } from '../../shared/standards/pack-text.ts'
import { Choice, Segmented, TextField } from '../ui/index.ts'
import { ConditionRows } from './ConditionRows.tsx'

interface RuleFormProps {
  readonly rule: WrittenRule
  readonly onChange: (rule: WrittenRule) => void
}

const shapes = [
  { value: 'components', label: 'Components' },
  { value: 'flows', label: 'Arrows' },
  { value: 'data', label: 'Data' },
  { value: 'boundaries', label: 'Boundaries' },
  { value: 'path', label: 'Ways' },
] as const

/** The fields of one rule: what it is called, what it looks at, what must hold there, and what it says. */
export function RuleForm({ rule, onChange }: RuleFormProps) {
  const set = (change: WrittenRule): void => onChange({ ...rule, ...change })
  const field = (key: string, label: string, wide = true) => (
    <div className={`standards-field${wide ? ' standards-field-wide' : ''}`}>
      <span className="standards-label">{label}</span>
      <TextField aria-label={label} value={textAt(rule, key)} onCommit={(text) => set({ [key]: text.trim() })} />
    </div>
  )
  return (
    <div className="standards-form">
      <div className="standards-fields">
        {field('id', 'Id', false)}
        <div className="standards-field">
          <span className="standards-label">Severity at most</span>
          <Choice
            label="Severity at most"
            value={textAt(rule, 'severity')}
            options={severities.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))}
            onChange={(severity) => set({ severity })}
          />
        </div>
        <div className="standards-field">
          <span className="standards-label">Topic</span>
          <Choice
            label="Topic"
            value={textAt(rule, 'topic')}
            options={topicWords.map(({ topic, word }) => ({ value: topic, label: word }))}
            onChange={(topic) => set({ topic })}
          />
        </div>
        {field('title', 'Title')}
      </div>
      <LooksAt rule={rule} onChange={onChange} />
      <div className="standards-fields">
        {field('problem', 'What is wrong')}
        {field('fix', 'What to do')}
        {field('why', 'Why it matters')}
      </div>
    </div>
  )
}

function LooksAt({ rule, onChange }: RuleFormProps) {
  const each = partAt(rule, 'each')
  const path = partAt(rule, 'path')
  const shape = path === undefined ? textAt(each ?? {}, 'of') : 'path'
  const part = path ?? each ?? {}
  const rows = (key: string, label: string) => (
    <>
      <span className="standards-label">{label}</span>
      <ConditionRows
        label={label}
        text={textAt(part, key)}
        ofArrows={shape === 'flows'}
        onChange={(text) => {
          const { [key]: _before, ...rest } = part
          onChange({ ...rule, [path === undefined ? 'each' : 'path']: text === '' ? rest : { ...part, [key]: text } })
        }}
      />
    </>
  )
  return (
    <div className="standards-looks">
      <Segmented
        label="What it looks at"
        value={shape}
        options={[...shapes]}
        onChange={(next) => onChange(lookingAt(rule, next ?? shape))}
      />
      {path === undefined ? (
        <>
          {rows('where', 'Applies to')}
          {rows('require', 'Must hold')}
        </>
      ) : (
        <>
          {rows('from', 'No way from')}
          {rows('to', 'To')}
          {rows('through', 'That does not pass')}
        </>
      )}
    </div>
  )
}

/** The rule with another sort of element; what was asked of the old one could not be asked of the new. */
function lookingAt(rule: WrittenRule, shape: string): WrittenRule {
  const { each: _each, path: _path, ...rest } = rule
  const spoken = (text: string): string => text.replaceAll('{name}', '{from}')
  const named = (text: string): string => text.replaceAll(/\{(?:from|to)\}/gu, '{name}')
  const words = (change: (text: string) => string) => ({
    problem: change(textAt(rule, 'problem')),
    fix: change(textAt(rule, 'fix')),
  })
  if (shape === 'path')
    return { ...rest, ...words(spoken), path: { from: 'trait = starts-requests', to: 'trait = generates-text' } }
  return { ...rest, ...words(named), each: { of: shape, require: 'owner stated' } }
}

function partAt(rule: WrittenRule, key: string): WrittenRule | undefined {
  const value = rule[key]
  return typeof value === 'object' && value !== null ? (value as WrittenRule) : undefined
}
