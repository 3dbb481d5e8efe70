import './stage.css'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Crosshair, Trash2, X } from 'lucide-react'
import { useEffect } from 'react'
import { moveSlide, removeSlide, setCaption } from '../../shared/design/edit/index.ts'
import { useNumbers } from '../analysis/use-analysis.ts'
import { shareOfTime } from '../analysis/overlays/shares.ts'
import { runCommand } from '../app/commands/run.ts'
import { useShortcutWords } from '../app/keys.ts'
import { editDesign, designStore, useDesignState } from '../store/design-store.ts'
import { IconButton, TextField } from '../ui/index.ts'
import { isLayerOpen } from '../views/free-key.ts'
import { endWalk, goTo, showWalk, stageStore, useStage } from './stage-store.ts'
import { ownPictures } from './own-pictures.ts'

/** The caption of the picture that is shown, and the way through the others. */
export function StageBar() {
  const { steps, title, at, own, laser } = useStage((stage) => stage)
  const laserKeys = useShortcutWords('view.laser')
  const readOnly = useDesignState((state) => state.readOnly)
  const step = steps[at]
  const share = useShareOfTime(step?.component)
  const shown = step !== undefined
  useEffect(() => {
    if (!shown) return undefined
    window.addEventListener('keydown', onStageKey, { capture: true })
    return () => window.removeEventListener('keydown', onStageKey, { capture: true })
  }, [shown])
  if (step === undefined) return null
  const edit = (label: string, change: Parameters<typeof editDesign>[1], next: number): void => {
    editDesign(label, change)
    const left = ownPictures(designStore.getState().design)
    if (left.length === 0) endWalk()
    else showWalk({ title, own, steps: left, at: next })
  }
  return (
    <section className="stage-bar" aria-label={`Walkthrough: ${title}`}>
      <p className="stage-caption" aria-live="polite">
        <span className="stage-number">{at + 1}</span>
        {own && !readOnly ? (
          <TextField
            quiet
            key={at}
            aria-label="Caption"
            className="stage-caption-field"
            value={step.caption}
            onCommit={(caption) => edit('Change a caption', (design) => setCaption(design, at, caption), at)}
          />
        ) : (
          <span>{step.caption}</span>
        )}
      </p>
      <p className="stage-circumstances">
        {[...step.circumstances, ...(share === undefined ? [] : [share])].join(' · ')}
      </p>
      <footer className="stage-foot">
        <span className="stage-count">
          {title}, {at + 1} of {steps.length}
        </span>
        {own && !readOnly ? (
          <>
            <IconButton
              label="Earlier"
              icon={ArrowUp}
              onClick={() => edit('Move a picture', (design) => moveSlide(design, at, -1), at - 1)}
            />
            <IconButton
              label="Later"
              icon={ArrowDown}
              onClick={() => edit('Move a picture', (design) => moveSlide(design, at, 1), at + 1)}
            />
            <IconButton
              label="Delete this picture"
              icon={Trash2}
              onClick={() => edit('Delete a picture', (design) => removeSlide(design, at), at)}
            />
          </>
        ) : null}
        <IconButton
          label="Laser pointer"
          icon={Crosshair}
          shortcut={laserKeys}
          side="top"
          pressed={laser}
          onClick={() => runCommand('view.laser')}
        />
        <IconButton label="Back" icon={ArrowLeft} shortcut="←" side="top" onClick={() => goTo(at - 1)} />
        <IconButton label="Next" icon={ArrowRight} shortcut="→" side="top" onClick={() => goTo(at + 1)} />
        <IconButton label="End the walkthrough" icon={X} shortcut="Esc" side="top" onClick={endWalk} />
      </footer>
    </section>
  )
}

/** "31 % of the mean answer": how much of the waiting the called component makes. */
function useShareOfTime(component: string | undefined): string | undefined {
  const estimate = useNumbers((numbers) => numbers?.estimate)
  if (component === undefined || estimate === undefined) return undefined
  return shareOfTime(estimate)?.heats.get(component)?.title
}

const steps: Readonly<Record<string, (at: number) => void>> = {
  ArrowRight: (at) => goTo(at + 1),
  ' ': (at) => goTo(at + 1),
  PageDown: (at) => goTo(at + 1),
  ArrowLeft: (at) => goTo(at - 1),
  PageUp: (at) => goTo(at - 1),
  Home: () => goTo(0),
  End: () => goTo(Infinity),
  Escape: endWalk,
}

/** The keys of a presenter: they come before those of the canvas, and not while somebody types. */
function onStageKey(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable=true]')
  if (typing || isLayerOpen() || event.ctrlKey || event.metaKey || event.altKey) return
  const act = steps[event.key]
  if (act === undefined) return
  event.preventDefault()
  event.stopPropagation()
  act(stageStore.getState().at)
}
