import { ChevronRight, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { severities } from '../../shared/findings/finding.ts'
import { setRule, setThreshold } from '../../shared/standards/edit-standards.ts'
import type { RuleSetting, Standards } from '../../shared/standards/standards.ts'
import { Badge, Button, Choice, NumberField, SeverityMark, Switch, TextField } from '../ui/index.ts'
import { change } from './change.ts'
import { type ShownRule, thresholdWords } from './find-rules.ts'

interface RuleRowProps {
  readonly shown: ShownRule
  readonly standards: Standards
}

/** One rule in a line: on or off, what it is, how bad; the rest one press away. */
export function RuleRow({ shown, standards }: RuleRowProps) {
  const { rule, key, setting, pack } = shown
  const [open, setOpen] = useState(false)
  const [asks, setAsks] = useState(false)
  const isOff = setting?.off === true
  return (
    <div className="standards-rule" data-rule={rule.id} data-off={isOff}>
      <div className="standards-rule-line">
        <Switch
          label={`${rule.id} ${rule.title}: look for it`}
          checked={!isOff}
          onChange={(on) => {
            void change(standards, setRule(standards, key, { off: on ? undefined : true }))
            // A rule that nobody looks for is asked about later: its reason is written down now.
            setOpen(!on)
            setAsks(!on)
          }}
        />
        <button type="button" className="standards-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={13} className="standards-arrow" aria-hidden />
          <code className="standards-id">{rule.id}</code>
          <span className="ellipsis">{rule.title}</span>
        </button>
        {pack === undefined ? null : <Badge tone="accent">{pack}</Badge>}
        {setting === undefined ? null : <Badge>{badgeOf(setting)}</Badge>}
        <SeverityMark severity={setting?.severity ?? rule.severity} word />
      </div>
      {open ? <Details shown={shown} standards={standards} asks={asks && isOff} /> : null}
    </div>
  )
}

const words = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' }

function badgeOf({ off, reason }: RuleSetting): string {
  if (off !== true) return 'changed'
  return reason === undefined ? 'switched off without a reason' : 'switched off'
}

/** `asks`: it was just switched off, and waits for the reason. */
function Details({ shown: { rule, key, setting }, standards, asks }: RuleRowProps & { readonly asks: boolean }) {
  const set = (part: Parameters<typeof setRule>[2]) => void change(standards, setRule(standards, key, part))
  return (
    <div className="standards-details">
      <p>{rule.why}</p>
      {rule.falsePositive === undefined ? null : <p className="muted">When it may be wrong: {rule.falsePositive}</p>}
      <div className="standards-fields">
        <div className="standards-field">
          <span className="standards-label">Severity at most</span>
          <Choice
            label={`Severity of ${rule.id}`}
            value={setting?.severity}
            placeholder={`${words[rule.severity]}, as it ships`}
            options={severities.map((severity) => ({ value: severity, label: words[severity] }))}
            clearLabel="As it ships"
            onClear={() => set({ severity: undefined })}
            onChange={(next) => set({ severity: severities.find((severity) => severity === next) })}
          />
        </div>
        {Object.entries(rule.thresholds).map(([name, usual]) => (
          <div key={name} className="standards-field">
            <span className="standards-label">{thresholdWords(name)}</span>
            <NumberField
              label={`${thresholdWords(name)} of ${rule.id}`}
              value={setting?.thresholds?.[name]}
              placeholder={String(usual)}
              onCommit={(value) => void change(standards, setThreshold(standards, key, name, value))}
            />
          </div>
        ))}
        <div className="standards-field standards-field-wide">
          <span className="standards-label">{setting?.off === true ? 'Why it is switched off' : 'Why it differs'}</span>
          <TextField
            // Whoever switched the rule off says why now.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={asks}
            aria-label={`Why ${rule.id} differs`}
            placeholder={
              setting?.off === true
                ? 'Say why: findings that are not looked for are asked about'
                : 'For whoever reads the result'
            }
            value={setting?.reason ?? ''}
            onCommit={(reason) => set({ reason })}
          />
        </div>
        {setting === undefined ? null : (
          <Button
            tone="quiet"
            icon={RotateCcw}
            onClick={() => void change(standards, setRule(standards, key, undefined), `${rule.id} is as it ships.`)}
          >
            As it ships
          </Button>
        )}
      </div>
      {rule.aliases.length === 0 ? null : <p className="faint small">Also known as {rule.aliases.join(', ')}</p>}
    </div>
  )
}
