import type { KeyboardEvent } from 'react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Standards } from '../../shared/standards/standards.ts'
import { SearchField, Segmented } from '../ui/index.ts'
import { findRules, type RuleFilter } from './find-rules.ts'
import { RuleRow } from './RuleRow.tsx'

/** Every rule, by topic: switched on and off here, with its severity, its thresholds and the reason for a change. */
export function RulesTab({ standards }: { readonly standards: Standards }) {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<RuleFilter>('all')
  const wanted = useDeferredValue(typed)
  const groups = useMemo(() => findRules(standards, wanted, filter), [standards, wanted, filter])
  const found = groups.reduce((sum, { rules }) => sum + rules.length, 0)
  return (
    <>
      <div className="standards-bar">
        <SearchField
          className="standards-search"
          label="Find a rule"
          placeholder="Find a rule: an id, or words of it"
          value={typed}
          onChange={setTyped}
        />
        <Segmented
          label="Which rules"
          value={filter}
          options={[
            { value: 'all', label: 'All' },
            { value: 'changed', label: 'Changed' },
            { value: 'off', label: 'Switched off' },
          ]}
          onChange={(next) => setFilter(next ?? 'all')}
        />
        <output className="faint small">{found === 1 ? '1 rule' : `${found} rules`}</output>
      </div>
      {/* The arrow keys go from rule to rule. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="standards-scroll" onKeyDown={walk}>
        {groups.map(({ topic, word, rules }) => (
          <section key={topic} aria-label={word}>
            <h3 className="standards-topic">{word}</h3>
            {rules.map((shown) => (
              <RuleRow key={shown.rule.id} shown={shown} standards={standards} />
            ))}
          </section>
        ))}
        {found === 0 ? <p className="standards-none">{nothingFound(filter, typed)}</p> : null}
      </div>
    </>
  )
}

function nothingFound(filter: RuleFilter, typed: string): string {
  if (typed !== '') return `No rule fits “${typed}”.`
  return filter === 'off' ? 'No rule is switched off.' : 'Every rule is as it ships.'
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('.standards-title')]
  const at = titles.findIndex((title) => title === document.activeElement)
  const next = titles[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}
