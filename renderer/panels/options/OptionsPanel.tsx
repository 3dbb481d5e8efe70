import './options.css'
import { GitBranch, Milestone } from 'lucide-react'
import { useState } from 'react'
import type { Variant } from '../../../shared/design/design.ts'
import { sidesOf } from '../../../shared/options/outcome.ts'
import { makeVariant } from '../../options/option-edits.ts'
import { useDesignState } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { Button, EmptyState, Segmented } from '../../ui/index.ts'
import { CompareView } from './CompareView.tsx'
import { RoadmapView } from './RoadmapView.tsx'

type Part = 'compare' | 'roadmap'

/** The new one is drawn; its name is ready to be written over. */
function addVariant(type: Variant['type']): void {
  const id = makeVariant(type)
  if (id !== undefined) viewStore.getState().set({ wantedField: { on: id, field: 'name' } })
}

/** Options and phases: beside one another, and on the way to the target. */
export function OptionsPanel() {
  const [part, setPart] = useState<Part>('compare')
  const hasVariants = useDesignState(({ document }) => sidesOf(document).length > 1)
  const hasWork = useDesignState(({ document }) => (document.workItems ?? []).length > 0)
  if (!hasVariants && !hasWork) {
    return (
      <EmptyState
        icon={GitBranch}
        text="An option is a set of changes on this design: draw it here, and see what it costs, how fast it is and what is wrong with it beside the base."
        action={
          <span className="options-start">
            <Button tone="primary" icon={GitBranch} onClick={() => addVariant('option')}>
              New option
            </Button>
            <Button icon={Milestone} onClick={() => addVariant('phase')}>
              New phase
            </Button>
          </span>
        }
      />
    )
  }
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <Segmented
          label="Part"
          value={part}
          options={[
            { value: 'compare', label: 'Compare' },
            { value: 'roadmap', label: 'Roadmap' },
          ]}
          onChange={(next) => setPart(next ?? part)}
        />
        <Button icon={GitBranch} onClick={() => addVariant('option')}>
          New option
        </Button>
        <Button icon={Milestone} onClick={() => addVariant('phase')}>
          New phase
        </Button>
      </div>
      {part === 'compare' ? <CompareView /> : <RoadmapView />}
    </div>
  )
}
