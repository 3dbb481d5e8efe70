import { escapeMarkup } from '../escape-markup.ts'
import type { Connector } from './connector.ts'
import { emuPerInch } from './frame.ts'

export interface ConnectorLook {
  readonly colour: string
  readonly points: number
  readonly dash: 'solid' | 'dash' | 'sysDot'
  readonly double: boolean
  /** Whether it ends in an arrow head; the first part of an arrow that goes by way of a dot does not. */
  readonly head: boolean
}

const emu = (inches: number): number => Math.round(inches * emuPerInch)
/** What PowerPoint itself gives a connector without an extent: one point. */
const thinnest = 12_700

/**
 * A glued connector (`p:cxnSp`) as PowerPoint writes it. Start and end are bound to connection sites of shapes, and the
 * geometry is the true line between those sites, since PowerPoint reroutes only when a shape is moved.
 */
export function connectorXml(
  id: number,
  name: string,
  description: string,
  ends: { readonly from: number; readonly to: number },
  connector: Connector,
  look: ConnectorLook,
): string {
  const width = Math.round(look.points * 12_700)
  const dash = look.dash === 'solid' ? '' : `<a:prstDash val="${look.dash}"/>`
  const size = look.points > 2 ? 'sm' : 'med'
  const tail = look.head ? `<a:tailEnd type="triangle" w="${size}" len="${size}"/>` : ''
  const double = look.double ? ' cmpd="dbl"' : ''
  return [
    '<p:cxnSp><p:nvCxnSpPr>',
    `<p:cNvPr id="${id}" name="${escapeMarkup(name)}" descr="${escapeMarkup(description)}"/>`,
    `<p:cNvCxnSpPr><a:stCxn id="${ends.from}" idx="${connector.from}"/><a:endCxn id="${ends.to}" idx="${connector.to}"/></p:cNvCxnSpPr><p:nvPr/>`,
    '</p:nvCxnSpPr><p:spPr>',
    geometry(connector),
    `<a:ln w="${width}"${double}><a:solidFill><a:srgbClr val="${look.colour}"/></a:solidFill>${dash}<a:round/>${tail}</a:ln>`,
    '</p:spPr></p:cxnSp>',
  ].join('')
}

function geometry(connector: Connector): string {
  const [startX = 0, startY = 0] = connector.points[0] ?? []
  const [endX = 0, endY = 0] = connector.points.at(-1) ?? []
  const dx = emu(endX) - emu(startX)
  const dy = emu(endY) - emu(startY)
  const upright = connector.shape !== 'straightConnector1' && (connector.from === 0 || connector.from === 2)
  // Only a U needs an extent where there is none: its depth is a share of it.
  const outwards = connector.from === 0 || connector.from === 1 ? -1 : 1
  const adjust =
    connector.depth === undefined
      ? '<a:avLst/>'
      : `<a:avLst><a:gd name="adj1" fmla="val ${Math.round((outwards * emu(connector.depth) * 100_000) / thinnest)}"/></a:avLst>`
  const shape = `<a:prstGeom prst="${connector.shape}">${adjust}</a:prstGeom>`
  if (!upright) {
    const x = Math.min(emu(startX), emu(endX))
    const y = Math.min(emu(startY), emu(endY))
    const w = connector.depth === undefined ? Math.abs(dx) : thinnest
    const flip = connector.depth === undefined && dx < 0
    return `<a:xfrm${flips(flip, dy < 0)}><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${Math.abs(dy)}"/></a:xfrm>${shape}`
  }
  // The shape is drawn lying and turned by a quarter: its width runs downwards, its height to the left.
  const w = connector.depth === undefined ? Math.abs(dy) : thinnest
  const flip = connector.depth === undefined && dy < 0
  const h = Math.abs(dx)
  const x = Math.round((emu(startX) + emu(endX)) / 2 - w / 2)
  const y = Math.round((emu(startY) + emu(endY)) / 2 - h / 2)
  return `<a:xfrm rot="5400000"${flips(flip, dx > 0)}><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm>${shape}`
}

function flips(horizontal: boolean, vertical: boolean): string {
  return `${horizontal ? ' flipH="1"' : ''}${vertical ? ' flipV="1"' : ''}`
}
