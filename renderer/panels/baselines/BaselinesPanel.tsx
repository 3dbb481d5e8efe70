import './baselines.css'
import '../options/options.css'
import { Snowflake } from 'lucide-react'
import { useState } from 'react'
import type { Baseline, Id } from '../../../shared/design/design.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Badge, Button, EmptyState } from '../../ui/index.ts'
import type { BadgeTone } from '../../ui/index.ts'
import { verdictTitles, type Verdict } from '../../../shared/baselines/board.ts'
import { useView, viewStore } from '../stores.ts'
import { freezeNow, nextName } from './baseline-edits.ts'
import { BaselineView } from './BaselineView.tsx'

const none: readonly Baseline[] = []
const tones: Readonly<Record<Verdict, BadgeTone>> = {
  approved: 'pass',
  approvedWithConditions: 'accent',
  rejected: 'fail',
  deferred: 'neutral',
}

/** What a board saw: frozen designs, what was decided about each, and what has changed since. */
export function BaselinesPanel() {
  const baselines = useDesignState(({ document }) => document.baselines) ?? none
  // One may be asked for from elsewhere, as by the chip of a finding.
  const asked = useView((view) => view.selection.find((id) => baselines.some((one) => one.id === id)))
  const [choice, setChoice] = useState<{ readonly id: Id; readonly asked: Id | undefined } | undefined>(undefined)
  // It stays open when something else is selected next.
  if (asked !== undefined && choice?.asked !== asked) setChoice({ id: asked, asked })
  const shown = baselines.find(({ id }) => id === choice?.id) ?? baselines.at(-1)
  const choose = (id: Id): void => {
    setChoice({ id, asked: undefined })
    // What is chosen here takes the place of what was asked for: the same may be asked for again.
    if (asked !== undefined) viewStore.getState().select([])
  }
  const freeze = (): void =>
    void freezeNow(nextName(baselines)).then((id) => (id === undefined ? undefined : choose(id)))
  if (shown === undefined) {
    return (
      <EmptyState
        icon={Snowflake}
        text="A baseline freezes the design as a board sees it, with its numbers and findings; what changes afterwards is told against it."
        action={
          <Button tone="primary" icon={Snowflake} onClick={freeze}>
            Freeze a baseline
          </Button>
        }
      />
    )
  }
  return (
    <div className="panel-columns">
      <aside className="panel-side panel-side-list">
        <div className="panel-bar">
          <Button icon={Snowflake} onClick={freeze}>
            Freeze a baseline
          </Button>
        </div>
        <ul>
          {baselines.toReversed().map((baseline) => (
            <li key={baseline.id}>
              <button
                type="button"
                className="side-item"
                aria-current={baseline.id === shown.id}
                onClick={() => choose(baseline.id)}
              >
                <span className="side-item-name">
                  {baseline.name}
                  <span className="faint small baseline-date">{baseline.date}</span>
                </span>
                {baseline.verdict === undefined ? null : (
                  <Badge tone={tones[baseline.verdict]}>{verdictTitles[baseline.verdict]}</Badge>
                )}
              </button>
            </li>
          ))}
        </ul>
      </aside>
      <section className="panel-main">
        <BaselineView key={shown.id} baseline={shown} />
      </section>
    </div>
  )
}
