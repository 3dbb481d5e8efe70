import { outgoingDrawing } from '../../shared/documents/outgoing-drawing.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { removeStrokes } from '../../shared/design/edit/index.ts'
import { drawnIds } from '../../shared/perspectives/index.ts'
import { canvasControls, canvasStore } from '../canvas/canvas-store.ts'
import { desktop } from '../desktop.ts'
import { stageStore } from '../stage/stage-store.ts'
import type { ToldOverlay } from '../analysis/told-overlay.ts'
import { designStore } from '../store/design-store.ts'
import { currentSight, type Sight } from '../store/sight-store.ts'
import { viewStore } from '../store/view-store.ts'
import { isDark } from '../ui/colours.ts'
import { lookOf } from '../views/use-look.ts'
import { type Moment, openChannel } from './audience-channel.ts'
import { audienceOverlay } from './audience-overlay.ts'
import { createOverlayTeller } from './overlay-to-tell.ts'

/** How often the window on the projector is told what is seen. */
const everyMs = 80

/** Opens the window on the projector, or brings it to the front; from now on it is told what to show. */
export async function openAudience(): Promise<void> {
  lead()
  await desktop.openAudience()
}

function lead(): void {
  if (audienceOverlay.getState().open) return
  audienceOverlay.setState({ open: true })
  let shown: Design | undefined
  let inked = false
  let drawn: ReadonlySet<Id> = new Set()
  let told = ''
  let drawing: Design | undefined
  let overlay: ToldOverlay | undefined
  const overlayNow = createOverlayTeller()
  const tell = (): void => {
    const { document, open } = designStore.getState()
    const { inkShown } = viewStore.getState()
    if (open && (document !== shown || inkShown !== inked)) {
      shown = document
      inked = inkShown
      // What the pen drew is for the room, unless it was hidden.
      drawing = outgoingDrawing(inkShown ? document : removeStrokes(document))
      drawn = drawnIds(drawing)
      say({ type: 'drawing', design: drawing })
    }
    if (!open && shown !== undefined) {
      shown = undefined
      drawing = undefined
      say({ type: 'gone' })
    }
    const moment = momentNow(drawn)
    const worn = drawing === undefined ? undefined : overlayNow(drawing, followed(currentSight()))
    if (worn !== overlay) {
      overlay = worn
      say({ type: 'overlay', overlay })
    }
    const text = JSON.stringify(moment)
    if (moment === undefined || text === told) return
    told = text
    say({ type: 'moment', moment })
  }
  // A window that has just opened is told everything.
  const { say } = openChannel(({ type }) => {
    if (type !== 'hello') return
    shown = undefined
    told = ''
    overlay = undefined
    tell()
  })
  window.addEventListener('pagehide', () => say({ type: 'gone' }))
  setInterval(tell, everyMs)
}

/** What the person in front chose to show; findings, paths of attack and what is internal stay on the own screen. */
function momentNow(drawn: ReadonlySet<Id>): Moment | undefined {
  const seen = canvasControls()?.seen()
  if (seen === undefined) return undefined
  const { highlighted, selection } = viewStore.getState()
  const { steps, at, laser } = stageStore.getState()
  const wanted = steps[at]
  // A step through what is internal is told to nobody else.
  const step = wanted?.focus.every((id) => drawn.has(id)) === true ? wanted : undefined
  return {
    seen,
    selection: selection.filter((id) => drawn.has(id)),
    highlighted: step === undefined || highlighted === undefined ? litByRequest(drawn) : lit(highlighted),
    caption: step === undefined ? undefined : { text: step.caption, number: at + 1, of: steps.length },
    laser: laser ? canvasStore.getState().pointer : undefined,
    sight: followed(currentSight()),
    theme: isDark() ? 'dark' : 'light',
  }
}

/** The order of calls follows from what the drawing does not say: what stands out of a request is told, not worked out there. */
function followed(sight: Sight): Sight {
  return sight.perspective === 'action' ? { ...sight, perspective: 'all', about: [], step: 0 } : sight
}

function litByRequest(drawn: ReadonlySet<Id>): Moment['highlighted'] {
  const sight = currentSight()
  if (sight.perspective !== 'action') return undefined
  const { lit: shown = [], numbers = [] } = lookOf(designStore.getState().design, sight)
  const elements = [...shown].filter((id) => drawn.has(id))
  return {
    id: `request:${sight.about.join(' ')}:${sight.step}`,
    elements,
    numbers: Object.fromEntries([...numbers].filter(([id]) => drawn.has(id))),
  }
}

function lit({ id, elements, path, firstStep }: NonNullable<Moment['highlighted']>): Moment['highlighted'] {
  return {
    id,
    elements,
    ...(path === undefined ? {} : { path }),
    ...(firstStep === undefined ? {} : { firstStep }),
  }
}
