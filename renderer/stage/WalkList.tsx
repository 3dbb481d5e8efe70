import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { canvasControls } from '../canvas/canvas-store.ts'
import { useDesign } from '../store/design-store.ts'
import { useView } from '../store/view-store.ts'
import { Button } from '../ui/index.ts'
import { runCommand } from '../panels/commands.ts'
import { showWalk } from './stage-store.ts'
import { walksOf } from './walks.ts'

export function WalkList({ onChosen }: { readonly onChosen: () => void }) {
  const design = useDesign((one) => one)
  const walks = useMemo(() => walksOf(design), [design])
  const selected = useView((view) => view.selection.length)
  return (
    <>
      {walks.length === 0 ? (
        <p className="muted">Connect two components, and the way of a request through them can be shown.</p>
      ) : (
        <ul className="walk-list">
          {walks.map((walk) => (
            <li key={walk.id}>
              <button
                type="button"
                className="walk-choice"
                onClick={() => {
                  onChosen()
                  showWalk(walk)
                  // The caption takes its strip from the drawing, which is then shown whole beside it.
                  requestAnimationFrame(() => requestAnimationFrame(() => canvasControls()?.fit()))
                }}
              >
                <span className="walk-choice-name">{walk.title}</span>
                <span className="muted">
                  {walk.steps.length} {walk.steps.length === 1 ? 'step' : 'steps'}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button
        className="walk-add"
        icon={Plus}
        disabled={selected === 0}
        title={selected === 0 ? 'Select on the canvas what the picture shows' : undefined}
        onClick={() => runCommand('view.add-picture')}
      >
        Add the selection as a picture
      </Button>
    </>
  )
}
