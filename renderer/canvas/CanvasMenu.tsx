import { useState } from 'react'
import { CommandMenu } from '../app/CommandMenu.tsx'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import type { XY } from './hit-test.ts'
import { menuCommands, menuSubject } from './menu-commands.ts'

/** The commands that make sense where the right button was pressed. */
export function CanvasMenu({ place, onClose }: { readonly place: XY; readonly onClose: () => void }) {
  const [subject] = useState(() => menuSubject(designStore.getState().design, viewStore.getState().selection))
  return <CommandMenu place={place} sections={menuCommands[subject]} onClose={onClose} />
}
