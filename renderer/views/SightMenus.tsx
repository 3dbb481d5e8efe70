import { ChevronDown, Eye, Layers } from 'lucide-react'
import type { CommandId } from '../../shared/commands.ts'
import { findPerspective, perspectives } from '../../shared/perspectives/index.ts'
import { findOverlay, offeredOverlays } from '../analysis/overlays/index.ts'
import { useShownOverlay } from './use-heat.ts'
import { overlayForAudience, useAudienceOverlay } from '../audience/audience-overlay.ts'
import { shortcutWords } from '../app/keys.ts'
import { runCommand } from '../panels/commands.ts'
import { useShortcuts } from '../store/shortcut-store.ts'
import { useSight } from '../store/sight-store.ts'
import { useView } from '../store/view-store.ts'
import { Menu } from '../ui/index.ts'

/** Which part and which side of the design is seen. */
export function PerspectiveMenu() {
  const perspective = useSight((sight) => sight.perspective)
  const entry = useEntries()
  return (
    <Menu
      align="center"
      trigger={
        <button type="button" className="canvas-toolbar-menu" aria-label="Perspective">
          <Eye size={14} aria-hidden />
          <span className="toolbar-word ellipsis">{findPerspective(perspective).label}</span>
          <ChevronDown size={12} aria-hidden />
        </button>
      }
      entries={perspectives.map(({ id, label }) => entry(`view.${id}`, label, id === perspective))}
    />
  )
}

/** What lies over it. */
export function OverlayMenu() {
  const overlay = useShownOverlay()
  const roomMode = useView((view) => view.roomMode)
  const entry = useEntries()
  const audienceOpen = useAudienceOverlay(({ open }) => open)
  const told = useAudienceOverlay((audience) => overlayForAudience(overlay, audience.let) !== undefined)
  return (
    <Menu
      align="center"
      trigger={
        <button type="button" className="canvas-toolbar-menu" aria-label="Overlay">
          <Layers size={14} aria-hidden />
          <span className="toolbar-word">
            {overlay === 'differences' ? 'Differences' : (findOverlay(overlay)?.label ?? 'No overlay')}
          </span>
          <ChevronDown size={12} aria-hidden />
        </button>
      }
      entries={[
        entry('view.overlay-none', 'No overlay', overlay === 'none'),
        ...offeredOverlays(roomMode).map(({ id, label }) => entry(`view.overlay-${id}`, label, id === overlay)),
        ...(audienceOpen
          ? [{ ...entry('view.audience-overlay', 'Show it to the audience', told), startsSection: true }]
          : []),
      ]}
    />
  )
}

/** Makes the entry of a command, with the keys that it has now. */
function useEntries() {
  const own = useShortcuts((keys) => keys)
  return (id: CommandId, label: string, checked: boolean) => {
    const shortcut = shortcutWords({ id }, undefined, own)
    return { label, checked, onSelect: () => runCommand(id), ...(shortcut === undefined ? {} : { shortcut }) }
  }
}
