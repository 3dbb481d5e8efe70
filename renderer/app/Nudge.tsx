import './nudge.css'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useDesignState } from '../store/design-store.ts'
import { dismissNudge, type NudgeId, offerNudges, useNudge } from '../store/nudges.ts'
import { useView } from '../store/view-store.ts'
import { IconButton } from '../ui/index.ts'
import { useShortcutWords } from './keys.ts'

/** One of three sentences beside what they speak of, in the first design that was made from a template; no tour. */
export function Nudge({ id }: { readonly id: NudgeId }) {
  const design = useDesignState(({ document }) => document.id)
  const fromTemplate = useDesignState(({ document }) => document.origin?.template !== undefined)
  const room = useView((view) => view.roomMode)
  const shown = useNudge(id, design)
  const keys = useShortcutWords('insert.quick-add')
  useEffect(() => {
    if (fromTemplate) offerNudges(design)
  }, [fromTemplate, design])
  if (!shown || room) return null
  return (
    <div role="note" className="nudge" data-nudge={id} aria-label="A hint">
      <span>{sentences[id](keys)}</span>
      <IconButton label="Do not show this again" icon={X} onClick={() => dismissNudge(id)} />
    </div>
  )
}

const sentences: Readonly<Record<NudgeId, (keys: string | undefined) => string>> = {
  add: (keys) => `Drag from here${keys === undefined ? '' : `, or press ${keys} on the canvas`}.`,
  findings: () => 'Each finding says why it matters, and most can be fixed with one press.',
  numbers: () => 'The numbers follow every change. Press one to see where it comes from.',
}
