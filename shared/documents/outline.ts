import type { Id, Stroke } from '../design/design.ts'
import type { Family } from '../kinds/kind.ts'
import type { Brand } from './brand.ts'
import type { Chart, Tone } from './chart.ts'
import type { Workbook } from './writers/xlsx/workbook.ts'

export type { Chart, Tone } from './chart.ts'

/** Text inside a paragraph, a cell or a list item. */
export type Inline =
  | string
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'link'
      readonly text: string
      readonly url: string
      /** It leads to a file of the same set, which has this ending only where the set is Markdown: elsewhere the words stay. */
      readonly isRecord?: true
    }
  | {
      readonly type: 'badge'
      readonly text: string
      readonly tone: Tone
      /** It stands for a fact that nobody has stated; a column of nothing else can be left out. */
      readonly unanswered?: true
    }
export type Text = readonly Inline[]

/** A document is a tree of blocks, written once and rendered by every writer. */
export type Block =
  | { readonly type: 'frontMatter'; readonly fields: Readonly<Record<string, string | readonly string[]>> }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly anchor?: string }
  | {
      readonly type: 'paragraph'
      readonly text: Text
      /** It says only that nobody has said it yet. */
      readonly unanswered?: true
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Text[] }
  | {
      readonly type: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Text[])[]
      readonly caption?: string
    }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Text }[] }
  | { readonly type: 'callout'; readonly tone: Tone; readonly title: string; readonly text: Text }
  | { readonly type: 'diagram'; readonly picture: Picture; readonly caption: string }
  | { readonly type: 'chart'; readonly chart: Chart; readonly caption: string }
  | { readonly type: 'pageBreak' }
  | Slide

export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Share of the width; equal when absent. */
  readonly width?: number
}

/** One slide: the title is a full sentence computed from the design; read alone in order the titles tell the story. */
export interface Slide {
  readonly type: 'slide'
  /** Stays the same when the words of its title move; made from them when absent. */
  readonly id?: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** Small print with sources and dates. */
  readonly footnote?: string
  readonly speakerNotes?: string
}

/** A drawing in the model's own coordinates (CSS pixels of the canvas), independent of any format. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly boundaries: readonly PictureBoundary[]
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
  /** Of an overview: the parts that are shown larger after it. */
  readonly frames?: readonly PictureFrame[]
  /** What a hand drew over it, where that was asked for. */
  readonly strokes?: readonly Stroke[]
}
export interface PictureFrame {
  readonly title: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface PictureBoundary {
  readonly id: Id
  readonly title: string
  readonly subtitle?: string
  readonly depth: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly tone: 'restricted' | 'internal' | 'partner' | 'public'
}
/** On an attack path, pointed at without a fault, beside what is meant, or a control that is only proposed. */
export type Emphasis = 'path' | 'marked' | 'dimmed' | 'proposed'
export interface PictureNode {
  readonly id: Id
  readonly title: string
  readonly subtitle?: string
  readonly family: Family
  readonly icon: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Dimmed when a path is highlighted and this is not on it. */
  readonly emphasis?: Emphasis
  readonly badge?: { readonly text: string; readonly tone: Tone }
}
export interface PictureEdge {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  /** As much of it as fits on the picture. */
  readonly label?: string
  /** What stands there where all of it has no room. */
  readonly short?: string
  /** All of it, for whoever reads the arrows as text. */
  readonly words?: string
  readonly style: 'sync' | 'async' | 'stream' | 'offline'
  /** Polyline from border to border. */
  readonly points: readonly (readonly [number, number])[]
  readonly emphasis?: Emphasis
  /** Number of the step on a path. */
  readonly step?: number
  /** Middle of the label's chip (and of the step's number), where it covers no card and no other chip. */
  readonly labelAt?: readonly [number, number]
}

/** A finished document tree with what the writers put on the cover and in the file's metadata. */
export interface Outline {
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly client?: string
  readonly authors: readonly string[]
  /** ISO date, passed in. */
  readonly date: string
  readonly blocks: readonly Block[]
  /** "Estimate, not an offer. Prices of ..., rules of ..." */
  readonly footer: string
  /** All of it belongs on one page: it is printed closer. */
  readonly isOnePage?: true
  /** What a file of data holds, as JSON; the blocks say it for people. */
  readonly data?: object
  /** Parts that were not made, since nothing is stated or computed for them: "latency". */
  readonly dropped?: readonly string[]
  /** The sheets of a workbook; without them its tables are made from the blocks. */
  readonly workbook?: Workbook
  /** Stands in the footer of every page: "Confidential". */
  readonly confidentiality?: string
  /** How the client's files look. */
  readonly brand?: Brand
  /** Short name of the design as it was when the document was made: the same design gives the same one. */
  readonly designHash?: string
}
