import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { OverlayId } from '../analysis/overlays/index.ts'
import type { CoverageCell, Id } from '../../shared/design/design.ts'
import type { Problem } from '../../shared/design/problem.ts'
import type { ImportReview } from './import-review.ts'
import { readRememberedJson, rememberJson } from './remembered.ts'
import type { Theme } from '../../shared/ipc.ts'
import type { BottomPanel, EstimateSection, ThreatsView, QuickAdd, Highlighted } from './view-parts.ts'

export interface ViewState {
  readonly selection: readonly Id[]
  readonly highlighted: Highlighted | undefined
  readonly hovered: Id | undefined
  readonly tool: 'select' | 'hand' | 'pen' | 'eraser'
  /** The element whose name is being typed on the canvas. */
  readonly renaming: Id | undefined
  /** The name of the design in front is being typed in its tab. */
  readonly renamingDesign: boolean
  /** The card that the library shall show and focus. */
  readonly wantedCard: Id | undefined
  /** The field that the inspector shall show and focus. */
  readonly wantedField: { readonly on: Id; readonly field: string } | undefined
  readonly quickAdd: QuickAdd | undefined
  readonly commandsOpen: boolean
  readonly shortcutsOpen: boolean
  readonly aboutOpen: boolean
  /** The export screen. */
  readonly shareOpen: boolean
  readonly backupsOpen: boolean
  readonly pricesOpen: boolean
  readonly standardsOpen: boolean
  /** Questions one at a time, for a room. */
  readonly questionsOpen: boolean
  /** A line that was just said is being written down. */
  readonly captureOpen: boolean
  /** Which walk to show is being chosen. */
  readonly walksOpen: boolean
  /** Rows that were pasted, while they are being looked at; empty: they are yet to be pasted. */
  readonly pastedRows: string | undefined
  /** All documents are being written. */
  readonly leaveBehindOpen: boolean
  /** Threats one at a time, for a room. */
  readonly threatSessionOpen: boolean
  /** A threat is being written: a new one, of a cell of the coverage, or the one that a risk holds. */
  readonly writingThreat: { readonly cell?: CoverageCell; readonly risk?: Id } | undefined
  /** The data asset whose way is shown. */
  readonly tracedAsset: Id | undefined
  /** Own measurements are being entered: of this component, or of any. */
  readonly measuring: { readonly on?: Id } | undefined
  /** What a file that was opened has wrong, while the list of it shows. */
  readonly fileProblems: { readonly fileName: string; readonly problems: readonly Problem[] } | undefined
  /** What was made of another tool's file, while somebody looks at it before it lands. */
  readonly importReview: ImportReview | undefined

  readonly paletteOpen: boolean
  /** The left panel shows the design as a tree instead of what can be added. */
  readonly treeOpen: boolean
  /** The palette shows icons alone. */
  readonly paletteFolded: boolean
  readonly inspectorOpen: boolean
  readonly panelsOpen: boolean
  /** The panels cover the canvas, to read in. */
  readonly panelsMaximised: boolean
  readonly estimateSection: EstimateSection
  readonly threatsView: ThreatsView
  readonly minimapOpen: boolean
  /** What is dragged snaps to the dots. */
  readonly gridOn: boolean
  /** Arrows that cross others arch over them. */
  readonly hopsOn: boolean
  /** What was drawn by hand is in sight. */
  readonly inkShown: boolean
  /** A stylus draws, whatever tool is in the hand; otherwise it does what the mouse does. */
  readonly stylusDraws: boolean
  /** Pictures that are copied or saved show what the pen drew. */
  readonly inkInPictures: boolean
  /** How much there is of everything stands on the canvas. */
  readonly countsShown: boolean
  readonly canvasOnly: boolean
  readonly bottomPanel: BottomPanel
  /** What lies over the canvas. */
  readonly overlay: 'none' | OverlayId
  readonly roomMode: boolean
  /** In room mode the palette and the inspector were asked for. */
  readonly roomSides: boolean
  readonly theme: Theme
  /** Stronger lines and letters, whether the system asks for them or not. */
  readonly highContrast: boolean

  readonly select: (ids: readonly Id[]) => void
  readonly highlight: (shown: Highlighted | undefined) => void
  readonly hover: (id: Id | undefined) => void
  /** Opens the bottom panels at this one. */
  readonly showPanel: (panel: BottomPanel) => void
  /** Opens the threats at one of their parts. */
  readonly showThreats: (view: ThreatsView) => void
  /** Opens the estimate at one of its parts. */
  readonly showEstimate: (section: EstimateSection) => void
  /** Selects an element and asks the inspector for one of its fields. */
  readonly showField: (on: Id, field: string) => void
  readonly set: (part: Partial<ViewSettings & ViewMoment>) => void
}

/** What is remembered from one start to the next. */
type ViewSettings = Pick<
  ViewState,
  | 'paletteOpen'
  | 'treeOpen'
  | 'paletteFolded'
  | 'inspectorOpen'
  | 'panelsOpen'
  | 'panelsMaximised'
  | 'estimateSection'
  | 'threatsView'
  | 'minimapOpen'
  | 'gridOn'
  | 'hopsOn'
  | 'inkShown'
  | 'stylusDraws'
  | 'inkInPictures'
  | 'countsShown'
  | 'bottomPanel'
  | 'overlay'
  | 'theme'
  | 'highContrast'
>
type ViewMoment = Pick<
  ViewState,
  | 'tool'
  | 'renaming'
  | 'renamingDesign'
  | 'wantedCard'
  | 'wantedField'
  | 'quickAdd'
  | 'commandsOpen'
  | 'shortcutsOpen'
  | 'aboutOpen'
  | 'shareOpen'
  | 'backupsOpen'
  | 'pricesOpen'
  | 'standardsOpen'
  | 'questionsOpen'
  | 'captureOpen'
  | 'walksOpen'
  | 'pastedRows'
  | 'leaveBehindOpen'
  | 'threatSessionOpen'
  | 'writingThreat'
  | 'tracedAsset'
  | 'measuring'
  | 'fileProblems'
  | 'importReview'
  | 'canvasOnly'
  | 'roomMode'
  | 'roomSides'
>

const defaults: ViewSettings = {
  paletteOpen: true,
  treeOpen: false,
  paletteFolded: false,
  inspectorOpen: true,
  panelsOpen: true,
  panelsMaximised: false,
  estimateSection: 'overview',
  threatsView: 'list',
  minimapOpen: true,
  gridOn: false,
  hopsOn: true,
  inkShown: true,
  stylusDraws: true,
  inkInPictures: false,
  countsShown: false,
  bottomPanel: 'findings',
  overlay: 'none',
  theme: 'system',
  highContrast: false,
}
const settingNames = Object.keys(defaults) as (keyof ViewSettings)[]
const storageKey = 'lintel:view'

/** How the studio looks at the design: never part of the document, never part of what undo takes back. */
export const viewStore = createStore<ViewState>((set, get) => ({
  ...defaults,
  ...rememberedSettings(),
  selection: [],
  highlighted: undefined,
  hovered: undefined,
  tool: 'select',
  renaming: undefined,
  renamingDesign: false,
  wantedCard: undefined,
  wantedField: undefined,
  quickAdd: undefined,
  commandsOpen: false,
  shortcutsOpen: false,
  aboutOpen: false,
  shareOpen: false,
  backupsOpen: false,
  pricesOpen: false,
  standardsOpen: false,
  questionsOpen: false,
  captureOpen: false,
  walksOpen: false,
  pastedRows: undefined,
  leaveBehindOpen: false,
  threatSessionOpen: false,
  writingThreat: undefined,
  tracedAsset: undefined,
  measuring: undefined,
  fileProblems: undefined,
  importReview: undefined,
  canvasOnly: false,
  roomMode: false,
  roomSides: false,

  select: (ids) => {
    // What a panel points to is on the canvas: panels that cover it make room.
    if (ids.length > 0 && get().panelsMaximised) set({ panelsMaximised: false })
    if (!sameIds(get().selection, ids)) set({ selection: ids, renaming: undefined })
  },
  highlight: (shown) => set({ highlighted: shown }),
  hover: (id) => {
    if (get().hovered !== id) set({ hovered: id })
  },
  showPanel: (panel) => set({ bottomPanel: panel, panelsOpen: true, canvasOnly: false }),
  showThreats: (view) => set({ bottomPanel: 'threats', threatsView: view, panelsOpen: true, canvasOnly: false }),
  showEstimate: (section) =>
    set({ bottomPanel: 'estimate', estimateSection: section, panelsOpen: true, canvasOnly: false }),
  showField: (on, field) =>
    set({
      selection: [on],
      wantedField: { on, field },
      inspectorOpen: true,
      roomSides: true,
      canvasOnly: false,
      panelsMaximised: false,
    }),
  set: (part) => set(part),
}))

/** Narrow selectors only: a component renders again when what it selects changes. */
export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(viewStore, select)
}

function sameIds(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

function rememberedSettings(): Partial<ViewSettings> {
  const stored = readRememberedJson(storageKey)
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).filter(([name, value]) => {
      const usual: unknown = defaults[name as keyof ViewSettings]
      return typeof value === typeof usual
    }),
  )
}

/** Keeps the settings of the view from one start to the next; returns the function that stops. */
export function rememberView(): () => void {
  return viewStore.subscribe((state, before) => {
    if (settingNames.every((name) => state[name] === before[name])) return
    const settings = Object.fromEntries(settingNames.map((name) => [name, state[name]]))
    rememberJson(storageKey, settings)
  })
}
