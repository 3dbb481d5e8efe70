import { relationshipsOf } from '../../writers/ooxml/open-package.ts'
import { findChild, type XmlElement } from '../../../xml/xml-tree.ts'
import { drawConnector } from './draw-connector.ts'
import { drawFrame } from './draw-frame.ts'
import { drawShape, placeholderOf } from './draw-shapes.ts'
import { boxOf, pixels } from './look.ts'
import { paintOf } from './paint.ts'
import { type Layer, openSlides, type OpenDeck, type OpenSlide } from './open-slides.ts'

const style = `
* { box-sizing: border-box; }
body { margin: 0; padding: 20px; background: #e9ecf3; font-family: Arial, 'Liberation Sans', sans-serif; }
figure { margin: 0 auto 20px; max-width: 1280px; }
figure > svg { display: block; width: 100%; height: auto; background: #fff; border-radius: 3px; box-shadow: 0 1px 4px rgb(10 14 22 / 0.25); }
figcaption { margin: 6px 2px 0; color: #4a5568; font-size: 12px; }
.text { display: flex; flex-direction: column; width: 100%; height: 100%; overflow: visible; overflow-wrap: break-word; line-height: 1.2; }
foreignObject { overflow: visible; }
p { position: relative; }
.mark { position: absolute; left: 0; }
table { border-collapse: collapse; table-layout: fixed; line-height: 1.2; }
td { overflow-wrap: break-word; }
`

/**
 * The slides of a presentation as one page without scripts, read from the file that is saved: what the writer puts into the
 * file is what is drawn, with the client's masters and layouts where there are some.
 */
export async function drawSlides(bytes: Uint8Array): Promise<string> {
  const deck = await openSlides(bytes)
  const figures = deck.slides.map((slide, index) => drawSlide(slide, index + 1, deck))
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>Slides</title><style>${style}</style></head><body>`,
    ...figures,
    '</body></html>',
  ].join('\n')
}

function drawSlide(slide: OpenSlide, number: number, deck: OpenDeck): string {
  const [width, height] = [pixels(deck.width), pixels(deck.height)]
  const whole = { x: 0, y: 0, w: width, h: height, turn: 0, flipX: false, flipY: false }
  const { fill, definition } = paintOf(slide.background?.fill, whole, slide.background?.colours ?? slide.colours)
  const ground = fill === 'none' ? '' : `${definition}<rect width="${width}" height="${height}" fill="${fill}"/>`
  const shapes = slide.layers.flatMap((layer) =>
    layer.tree.children.map((child) => draw(child, slide, layer, number, deck)),
  )
  return `<figure id="slide-${number}"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Slide ${number}">${ground}${shapes.join('')}</svg><figcaption>${number} of ${deck.slides.length}</figcaption></figure>`
}

function draw(child: XmlElement | string, slide: OpenSlide, layer: Layer, number: number, deck: OpenDeck): string {
  if (typeof child === 'string') return ''
  switch (child.name) {
    case 'p:sp':
      return showsOn(child, layer) ? drawShape(child, slide, number) : ''
    case 'p:cxnSp':
      return drawConnector(child, slide.colours)
    case 'p:graphicFrame':
      return drawFrame(child, slide, layer, deck)
    case 'p:pic':
      return drawPicture(child, layer, deck)
    case 'p:grpSp':
      return drawGroup(child, slide, layer, number, deck)
    default:
      return ''
  }
}

/** A placeholder of a layout or master waits to be filled: what fills it stands on the slide. */
function showsOn(shape: XmlElement, { isSlide }: Layer): boolean {
  return isSlide || placeholderOf(shape) === undefined
}

function drawGroup(group: XmlElement, slide: OpenSlide, layer: Layer, number: number, deck: OpenDeck): string {
  const transform = findChild(group, 'p:grpSpPr', 'a:xfrm')
  const box = boxOf(transform)
  const inner = findChild(transform, 'a:chOff')?.attributes
  const size = findChild(transform, 'a:chExt')?.attributes
  if (box === undefined) return ''
  const [w, h] = [pixels(size?.get('cx')), pixels(size?.get('cy'))]
  const scale = [w === 0 ? 1 : box.w / w, h === 0 ? 1 : box.h / h]
  const shapes = group.children.map((child) => draw(child, slide, layer, number, deck)).join('')
  return `<g transform="translate(${box.x} ${box.y}) scale(${scale.join(' ')}) translate(${-pixels(inner?.get('x'))} ${-pixels(inner?.get('y'))})">${shapes}</g>`
}

const pictureTypes: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' }

function drawPicture(picture: XmlElement, layer: Layer, { parts }: OpenDeck): string {
  const box = boxOf(findChild(picture, 'p:spPr', 'a:xfrm'))
  const id = findChild(picture, 'p:blipFill', 'a:blip')?.attributes.get('r:embed')
  const target = relationshipsOf(parts, layer.path).find((relationship) => relationship.id === id)?.target ?? ''
  const bytes = parts.get(target)
  const type = pictureTypes[target.split('.').at(-1)?.toLowerCase() ?? '']
  if (box === undefined || bytes === undefined || type === undefined) return ''
  return `<image x="${box.x}" y="${box.y}" width="${box.w}" height="${box.h}" preserveAspectRatio="none" href="data:${type};base64,${base64(bytes)}"/>`
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}
