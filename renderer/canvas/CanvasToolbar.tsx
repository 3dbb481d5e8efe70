import type { LucideIcon } from 'lucide-react'
import { Hand, Maximize, Minus, MousePointer2, Pencil, Plus, X } from 'lucide-react'
import { useEffect } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { runCommand } from '../app/commands/run.ts'
import { useShortcutWords } from '../app/keys.ts'
import { manualThreatRule } from '../../shared/design/design.ts'
import type { ViewState } from '../store/view-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { IconButton } from '../ui/index.ts'
import { isLayerOpen } from '../views/free-key.ts'
import { OverlayLegend } from '../views/OverlayLegend.tsx'
import { SightBar } from '../views/SightBar.tsx'
import { OverlayMenu, PerspectiveMenu } from '../views/SightMenus.tsx'
import { ViewsPopover } from '../views/ViewsPopover.tsx'
import { canvasControls, useCanvas } from './canvas-store.ts'

interface Tool {
  readonly id: ViewState['tool']
  readonly command: CommandId
  readonly label: string
  readonly icon: LucideIcon
}

const tools: readonly Tool[] = [
  { id: 'select', command: 'view.pointer', label: 'Select', icon: MousePointer2 },
  { id: 'hand', command: 'view.hand', label: 'Move the canvas', icon: Hand },
  { id: 'pen', command: 'view.pen', label: 'Draw with the pen', icon: Pencil },
]

/** Tools, perspective, overlay, saved views and zoom, floating over the canvas. */
export function CanvasToolbar() {
  const fitKeys = useShortcutWords('view.fit')
  return (
    <>
      <HighlightBar />
      <SightBar />
      <OverlayLegend />
      <div className="canvas-foot">
        <div className="canvas-toolbar">
          {tools.map((tool) => (
            <ToolButton key={tool.id} {...tool} />
          ))}
          <span className="canvas-toolbar-line" />
          <PerspectiveMenu />
          <OverlayMenu />
          <ViewsPopover />
          <span className="canvas-toolbar-line" />
          <IconButton label="Zoom out" icon={Minus} side="top" onClick={() => canvasControls()?.zoomOut()} />
          <ZoomLevel />
          <IconButton label="Zoom in" icon={Plus} side="top" onClick={() => canvasControls()?.zoomIn()} />
          <IconButton
            label="Fit the design"
            icon={Maximize}
            shortcut={fitKeys}
            side="top"
            onClick={() => canvasControls()?.fit()}
          />
        </div>
      </div>
    </>
  )
}

function ToolButton({ id, command, label, icon }: Tool) {
  const pressed = useView((view) => view.tool === id)
  const keys = useShortcutWords(command)
  return (
    <IconButton
      label={label}
      icon={icon}
      shortcut={keys}
      side="top"
      pressed={pressed}
      onClick={() => runCommand(command)}
    />
  )
}

function ZoomLevel() {
  const percent = useCanvas((state) => Math.round(state.camera.zoom * 100))
  return (
    <button type="button" className="canvas-zoom" title="Zoom to 100 %" onClick={() => canvasControls()?.zoomTo(1)}>
      {percent} %
    </button>
  )
}

/** Says what the dimmed canvas shows, and how to leave it; a walk says so itself. */
function HighlightBar() {
  const finding = useView((view) => (view.highlighted?.rule === undefined ? undefined : view.highlighted))
  const shown = finding !== undefined
  // Esc ends it wherever the focus is, unless something that is open or being typed in wants the key.
  useEffect(() => {
    if (!shown) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isLayerOpen()) viewStore.getState().highlight(undefined)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [shown])
  if (finding === undefined) return null
  return (
    <output className="canvas-highlight" data-severity={finding.severity}>
      <span className="strong">{finding.rule === manualThreatRule ? 'By hand' : finding.rule}</span>
      <span className="ellipsis">{finding.title}</span>
      <IconButton
        label="Show everything"
        icon={X}
        shortcut="Esc"
        onClick={() => viewStore.getState().highlight(undefined)}
      />
    </output>
  )
}
