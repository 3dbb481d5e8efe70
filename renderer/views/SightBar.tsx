import './views.css'
import { ChevronLeft, ChevronRight, Eye, EyeOff, X } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { drawnPart, findPerspective, hiddenCount } from '../../shared/perspectives/index.ts'
import { graphOf } from '../store/graph-of.ts'
import { useDesign } from '../store/design-store.ts'
import { changeSight, currentSight, lookAt, useSight } from '../store/sight-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { freeKey } from './free-key.ts'
import { goToStep, revealSelected, showAllHidden } from './sight-edits.ts'
import { useLook } from './use-look.ts'

/** Says calmly what of the design is seen, as soon as it is not simply everything; one key leads back. */
export function SightBar() {
  const perspective = useSight((sight) => sight.perspective)
  // What a finding or a walk shows says so itself, in the same place.
  const isFree = useView((view) => view.highlighted === undefined)
  const selection = useView((view) => view.selection)
  useEffect(revealSelected, [selection])
  if (!isFree) return null
  return (
    <div className="sight-bar">
      {perspective === 'all' ? null : <PerspectiveChip />}
      <HiddenChip />
    </div>
  )
}

function PerspectiveChip() {
  const { perspective, step } = useSight((sight) => sight)
  const { look } = useLook(useDesign((design) => design))
  useLeavingKeys()
  const { label, of } = findPerspective(perspective)
  const count = look.steps?.length ?? 0
  return (
    <output className="sight-chip" aria-label={`Perspective: ${label}`}>
      <Eye size={14} aria-hidden />
      <span className="strong">{label}</span>
      {of === 'action' ? <ActionMenu says={look.says} /> : <span className="sight-says ellipsis">{look.says}</span>}
      {count === 0 ? null : (
        <>
          <IconButton
            label="Step before"
            icon={ChevronLeft}
            shortcut="←"
            disabled={step === 0}
            onClick={() => goToStep(-1)}
          />
          <span className="sight-count">{step === 0 ? `all ${count}` : `${step} of ${count}`}</span>
          <IconButton
            label="Next step"
            icon={ChevronRight}
            shortcut="→"
            disabled={step === count}
            onClick={() => goToStep(1)}
          />
        </>
      )}
      <IconButton label="Show everything" icon={X} shortcut="Esc" onClick={() => lookAt('all')} />
    </output>
  )
}

/** Which request is followed, where the design knows several. */
function ActionMenu({ says }: { readonly says: string }) {
  const design = useDesign((drawn) => drawn)
  const actions = useMemo(() => graphOf(design).actions, [design])
  const about = useSight((sight) => sight.about[0]) ?? actions[0]?.action
  if (actions.length < 2) return <span className="sight-says ellipsis">{says}</span>
  return (
    <Menu
      align="center"
      trigger={
        <button type="button" className="canvas-toolbar-menu sight-says" aria-label="Which request">
          <span className="ellipsis">{says}</span>
        </button>
      }
      entries={actions.map(({ action, name }) => ({
        label: name,
        checked: action === about,
        onSelect: () => changeSight({ about: [action], step: 0 }),
      }))}
    />
  )
}

function HiddenChip() {
  const design = useDesign((drawn) => drawn)
  const only = useSight((sight) => sight.only)
  const hide = useSight((sight) => sight.hide)
  const count = useMemo(
    () => hiddenCount(design, drawnPart(design, { hide, ...(only === undefined ? {} : { only }) })),
    [design, only, hide],
  )
  if (count === 0) return null
  return (
    <output className="sight-chip" aria-label="Hidden elements">
      <EyeOff size={14} aria-hidden />
      <span className="strong">{count} hidden</span>
      <span className="sight-says ellipsis">still in all numbers, findings and documents</span>
      <button type="button" className="sight-action" onClick={showAllHidden}>
        Show all
      </button>
    </output>
  )
}

/** Esc leads back, and the arrows go from step to step, while nothing else wants these keys. */
function useLeavingKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!freeKey(event) || !act(event.key)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

/** Whether the key was taken. What is selected is let go first, unless it is what the perspective is about. */
function act(key: string): boolean {
  const { about, perspective } = currentSight()
  const { selection } = viewStore.getState()
  const isFree = selection.length === 0 || selection.join(' ') === about.join(' ')
  if (!isFree) return false
  if (key === 'Escape') lookAt('all')
  else if (findPerspective(perspective).of !== 'action') return false
  else if (key === 'ArrowRight') goToStep(1)
  else if (key === 'ArrowLeft') goToStep(-1)
  else return false
  return true
}
