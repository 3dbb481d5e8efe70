import './profile.css'
import { Plus, X } from 'lucide-react'
import type { Id, OpenArrivals } from '../../../shared/design/design.ts'
import { Button, IconButton, LinkButton } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { assumedWeights, barNames, presets, profileSentence, weightsOf } from './profile-edits.ts'
import type { ProfilePart } from './profile-edits.ts'
import { WeightBars } from './WeightBars.tsx'

interface ProfileEditorProps {
  readonly workload: Id
  readonly part: ProfilePart
  readonly arrivals: OpenArrivals
  /** Edits with one key are one step to take back. */
  readonly onChange: (arrivals: OpenArrivals, key?: string) => void
}

const words: Readonly<
  Record<ProfilePart, { readonly label: string; readonly unset: string; readonly add: string; readonly clear: string }>
> = {
  hours: {
    label: 'Hours of the day',
    unset: 'Assumed: one hump around 14:00, as high as the peak',
    add: 'Set by hour',
    clear: 'Take the hours away',
  },
  weekdays: {
    label: 'Days of the week',
    unset: 'Assumed: every day the same',
    add: 'Set by day',
    clear: 'Take the days away',
  },
}

/** How the requests of a rate lie in the day, or in the week: bars of weights, or what is assumed without them. */
export function ProfileEditor({ workload, part, arrivals, onChange }: ProfileEditorProps) {
  const { label, unset, add, clear } = words[part]
  const stated = arrivals[part]
  const set = (weights: readonly number[] | undefined, key?: string) =>
    onChange(withField(arrivals, part, weights), key)
  if (stated === undefined) {
    return (
      <>
        <span className="muted">{label}</span>
        <span className="profile-unset">
          <Button tone="quiet" icon={Plus} onClick={() => set(assumedWeights(part, arrivals))}>
            {add}
          </Button>
          <span className="faint small ellipsis" title={unset}>
            {unset}
          </span>
        </span>
      </>
    )
  }
  const weights = weightsOf(part, stated)
  return (
    <div className="profile">
      <div className="profile-head">
        <span className="muted">{label}</span>
        {presets[part].map((preset) => (
          <LinkButton key={preset.label} className="small" onClick={() => set(preset.weights)}>
            {preset.label}
          </LinkButton>
        ))}
        <IconButton label={clear} icon={X} onClick={() => set(undefined)} />
      </div>
      <WeightBars
        label={label}
        names={barNames[part]}
        weights={weights}
        tickOf={(index) => tickOf(part, index)}
        onChange={(next) => set(next, `profile ${workload} ${part}`)}
      />
      <p className="faint small">{profileSentence(part, weights, arrivals)}</p>
    </div>
  )
}

function tickOf(part: ProfilePart, index: number): string | undefined {
  if (part === 'weekdays') return barNames.weekdays[index]?.slice(0, 2)
  return index % 6 === 0 ? String(index) : undefined
}
