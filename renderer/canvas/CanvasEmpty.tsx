import { LayoutTemplate, MousePointerSquareDashed } from 'lucide-react'
import { useShortcutWords } from '../app/keys.ts'
import { useDesign, useDesignState } from '../store/design-store.ts'
import { activateDesign } from '../store/open-designs.ts'
import { Button } from '../ui/index.ts'

/** Teaches by doing, while there is nothing on the canvas. */
export function CanvasEmpty() {
  const empty = useDesign((design) => (design.components ?? []).length === 0 && (design.boundaries ?? []).length === 0)
  const open = useDesignState((state) => state.open)
  const keys = useShortcutWords('insert.quick-add')
  if (!empty || !open) return null
  return (
    <div className="canvas-empty">
      <MousePointerSquareDashed size={28} strokeWidth={1.5} aria-hidden />
      <p>
        Drag a component here
        {keys === undefined ? null : (
          <>
            , or press <kbd>{keys}</kbd> to add one
          </>
        )}
      </p>
      <Button icon={LayoutTemplate} onClick={() => activateDesign(undefined)}>
        Start from a template
      </Button>
    </div>
  )
}
