import type { Theme } from '../../../shared/ipc.ts'
import { addSlide } from '../../../shared/design/edit/index.ts'
import { canvasControls } from '../../canvas/canvas-store.ts'
import { desktop } from '../../desktop.ts'
import { editDesign } from '../../store/design-store.ts'
import { tellStep } from '../../store/tell-step.ts'
import { stageStore } from '../../stage/stage-store.ts'
import { shownSides } from '../../store/shown-sides.ts'
import type { ViewState } from '../../store/view-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { isDark } from '../../ui/colours.ts'
import { shortcutWords } from '../keys.ts'
import type { CommandHandler, CommandHandlers } from './handler.ts'
import { toggle } from './toggle.ts'

/** Whether the panels cover the drawing, and the palette and the inspector beside it. */
function isCovered({ panelsMaximised, panelsOpen, canvasOnly, roomMode }: ViewState): boolean {
  return panelsMaximised && panelsOpen && !canvasOnly && !roomMode
}

/** What lies around the drawing: opening a part of it ends what covers or hides it, or nothing would seem to happen. */
function togglePart(
  name: 'paletteOpen' | 'inspectorOpen' | 'panelsOpen',
  shown: (view: ViewState) => boolean,
): CommandHandler {
  return {
    run: () => {
      const view = viewStore.getState()
      const covers = name === 'panelsOpen' ? {} : { panelsMaximised: false }
      view.set({ [name]: !shown(view), canvasOnly: false, roomSides: true, ...covers })
    },
    checked: () => shown(viewStore.getState()),
  }
}

function theme(wanted: Theme): CommandHandler {
  return {
    run: () => viewStore.getState().set({ theme: wanted }),
    checked: () => viewStore.getState().theme === wanted,
  }
}

const switchTheme: CommandHandler = {
  run: () => viewStore.getState().set({ theme: isDark() ? 'light' : 'dark' }),
}

/** What the pointer does on the canvas. */
function tool(wanted: ViewState['tool']): CommandHandler {
  return {
    run: () => viewStore.getState().set({ tool: wanted }),
    checked: () => viewStore.getState().tool === wanted,
  }
}

/** Panels that are closed open, large. */
const maximisePanels: CommandHandler = {
  run: () => {
    const view = viewStore.getState()
    const shown = view.panelsOpen && !view.canvasOnly
    view.set({ panelsOpen: true, canvasOnly: false, panelsMaximised: !shown || !view.panelsMaximised })
  },
  checked: () => viewStore.getState().panelsMaximised,
}

/** After the drawing has got its new room: two frames, in which the page lays itself out. */
function fitSoon(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => canvasControls()?.fit()))
}

/** A drawing that was seen whole fills the room that it gets or gives back; who looks at a part of it keeps that. */
const canvasOnly: CommandHandler = {
  run: () => {
    const isWhole = canvasControls()?.seesAll() === true
    viewStore.getState().set({ canvasOnly: !viewStore.getState().canvasOnly })
    if (isWhole) fitSoon()
  },
  checked: () => viewStore.getState().canvasOnly,
}

/** What was found is not for the room; the drawing takes the place of the panels, or gives it back. */
const roomMode: CommandHandler = {
  run: () => {
    const view = viewStore.getState()
    if (view.highlighted?.rule !== undefined) view.highlight(undefined)
    view.set({ roomMode: !view.roomMode, roomSides: false })
    fitSoon()
  },
  checked: () => viewStore.getState().roomMode,
}

/** The tree takes the place of what can be added, with the focus in it. */
const showTree: CommandHandler = {
  run: () => {
    const view = viewStore.getState()
    const { palette, folded } = shownSides(view)
    const shown = view.treeOpen && palette && !folded && !isCovered(view)
    view.set({
      treeOpen: !shown,
      paletteOpen: true,
      paletteFolded: false,
      canvasOnly: false,
      panelsMaximised: false,
      roomSides: true,
    })
    if (!shown) requestAnimationFrame(() => document.querySelector<HTMLElement>('.design-tree [tabindex="0"]')?.focus())
  },
  checked: () => viewStore.getState().treeOpen,
}

/** What leads the window on the projector comes with it. */
async function openAudience(): Promise<void> {
  const { openAudience: open } = await import('../../audience/lead-audience.ts')
  await open()
}

/** What is selected, as one more picture of the walkthrough. */
function addPicture(): void {
  const { selection } = viewStore.getState()
  if (!editDesign('Add a picture', (design) => addSlide(design, selection))) return
  const keys = shortcutWords({ id: 'view.walk' })
  tellStep(`Added to the walkthrough.${keys === undefined ? '' : ` ${keys} shows it.`}`)
}

export const viewCommands: CommandHandlers = {
  'view.zoom-in': { run: () => canvasControls()?.zoomIn() },
  'view.zoom-out': { run: () => canvasControls()?.zoomOut() },
  'view.zoom-100': { run: () => canvasControls()?.zoomTo(1) },
  'view.pointer': tool('select'),
  'view.hand': tool('hand'),
  'view.laser': {
    run: () => stageStore.setState(({ laser }) => ({ laser: !laser })),
    checked: () => stageStore.getState().laser,
  },
  'view.fit': { run: () => canvasControls()?.fit() },
  'view.fit-selection': { run: () => canvasControls()?.fit(viewStore.getState().selection) },
  'view.toggle-palette': togglePart(
    'paletteOpen',
    (view) => shownSides(view).palette && !(view.roomMode && !view.roomSides) && !isCovered(view),
  ),
  'view.toggle-inspector': togglePart('inspectorOpen', (view) => shownSides(view).inspector && !isCovered(view)),
  'view.toggle-panels': togglePart('panelsOpen', (view) => view.panelsOpen && !view.canvasOnly),
  'view.maximise-panels': maximisePanels,
  'view.canvas-only': canvasOnly,
  'view.toggle-grid': toggle('gridOn'),
  'view.toggle-hops': toggle('hopsOn'),
  'view.toggle-minimap': toggle('minimapOpen'),
  'view.toggle-counts': toggle('countsShown'),
  'view.toggle-source': {
    run: () => {
      const view = viewStore.getState()
      if (view.panelsOpen && view.bottomPanel === 'text') view.set({ panelsOpen: false })
      else view.showPanel('text')
    },
    checked: () => viewStore.getState().panelsOpen && viewStore.getState().bottomPanel === 'text',
  },
  'view.theme-system': theme('system'),
  'view.theme-light': theme('light'),
  'view.theme-dark': theme('dark'),
  'view.switch-theme': switchTheme,
  'view.high-contrast': toggle('highContrast'),
  'view.room-mode': roomMode,
  'view.questions': { run: () => viewStore.getState().set({ questionsOpen: true }) },
  'view.tree': showTree,
  'view.walk': { run: () => viewStore.getState().set({ walksOpen: true }) },
  'view.add-picture': { run: addPicture },
  'view.audience': { run: openAudience },
  'view.threat-session': { run: () => viewStore.getState().set({ threatSessionOpen: true }) },
  'view.full-screen': { run: () => desktop.toggleFullScreen() },
}
