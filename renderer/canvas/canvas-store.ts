import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Id } from '../../shared/design/design.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import type { Snap } from '../../shared/layout/guides.ts'
import type { Places } from '../../shared/layout/places.ts'
import type { Box, Point } from '../../shared/layout/box.ts'
import { blankDesign } from '../store/design-store.ts'
import type { Camera, Distance } from './camera.ts'
import type { XY } from './hit-test.ts'
import type { Resized } from './scene.ts'
import type { SpatialIndex } from './spatial-index.ts'
import { indexBoxes } from './spatial-index.ts'

/** An arrow in the hand. */
export interface Connecting {
  /** The component at the end that stays. */
  readonly fixed: Id
  /** Which end is in the hand. */
  readonly end: 'from' | 'to'
  /** The arrow whose end it is; a new one when absent. */
  readonly flow?: Id
  /** Taken by a click, it stays in the hand until the next one. */
  readonly byClick?: boolean
}

/** What only lasts as long as a gesture, and what the canvas worked out last: where everything stands. */
interface CanvasState {
  /** Of everything, what is inside collapsed boundaries included: what edits go by. */
  readonly places: Places
  /** What is drawn of the design, and where: what the hand can meet. */
  readonly drawn: Folded
  readonly routes: Readonly<Record<Id, readonly Point[]>>
  /** Corners of what is being dragged; the design learns of them when it is let go. */
  readonly moved: ReadonlyMap<Id, XY>
  /** Boxes of a boundary that is being resized. */
  readonly resized: Resized | undefined
  /** The boundary or arrow that would take what is being dragged. */
  readonly target: Id | undefined
  /** What that which is dragged lies on. */
  readonly guides: Pick<Snap, 'guides' | 'gaps'> | undefined
  readonly connecting: Connecting | undefined
  /** An arrow that is being bent by hand, and the points that it goes through meanwhile. */
  readonly bending: { readonly flow: Id; readonly through: readonly Point[] } | undefined
  /** The pointer over the canvas, in its coordinates: where paste puts things. */
  readonly pointer: XY | undefined
  /** Space is down: the canvas is moved by hand meanwhile. */
  readonly spaceHeld: boolean
  readonly camera: Camera
  readonly distance: Distance
  /** The element that the keyboard stands on where cards are painted. */
  readonly focused: Id | undefined
  /** The frame that is drawn to select where cards are painted, in points of the surface. */
  readonly marquee: Box | undefined
  readonly cardIndex: SpatialIndex
  readonly arrowIndex: () => SpatialIndex
}

const nothingIndexed = indexBoxes([])
const firstCamera: Camera = { x: 0, y: 0, zoom: 1, width: 0, height: 0 }

export const nothingMoved: ReadonlyMap<Id, XY> = new Map()

export const canvasStore = createStore<CanvasState>(() => ({
  places: {},
  drawn: foldDesign(blankDesign, {}),
  routes: {},
  moved: nothingMoved,
  resized: undefined,
  target: undefined,
  guides: undefined,
  connecting: undefined,
  bending: undefined,
  pointer: undefined,
  spaceHeld: false,
  camera: firstCamera,
  distance: 'near',
  focused: undefined,
  marquee: undefined,
  cardIndex: nothingIndexed,
  arrowIndex: () => nothingIndexed,
}))

export function useCanvas<T>(select: (state: CanvasState) => T): T {
  return useStore(canvasStore, select)
}

/** What commands can ask of the mounted canvas. */
export interface CanvasControls {
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly zoomTo: (zoom: number) => void
  readonly fit: (ids?: readonly Id[]) => void
  /** Flies to an element, near enough to work on it. */
  readonly approach: (id: Id) => void
  /** Brings a point into the middle, as large as before. */
  readonly centre: (point: XY) => void
  /** Looks from exactly here, at once. */
  readonly lookFrom: (camera: Pick<Camera, 'x' | 'y' | 'zoom'>) => void
  /** The middle of what is seen, in the canvas's coordinates. */
  readonly middle: () => XY
  readonly toScreen: (point: XY) => XY
  readonly toCanvas: (screen: XY) => XY
  /** Gives the keyboard to an element, as soon as it is drawn; to what is selected, or to the canvas, when none is named. */
  readonly focus: (id?: Id) => void
  /** Moves as little as brings a box into sight: the whole drawing while it stays readable. */
  readonly include: (box: Box) => void
  /** The part of the drawing that is seen, and the way to see another. */
  readonly seen: () => Box
  /** The whole drawing is in sight. */
  readonly seesAll: () => boolean
  readonly show: (box: Box) => void
}

let mounted: CanvasControls | undefined

/** The canvas reports itself here while it is mounted. */
export function mountControls(controls: CanvasControls | undefined): void {
  mounted = controls
}

/** Undefined while no canvas is shown. */
export function canvasControls(): CanvasControls | undefined {
  return mounted
}
