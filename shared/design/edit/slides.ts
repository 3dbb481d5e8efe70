import { nameOf } from '../collections.ts'
import type { Design, Id, View } from '../design.ts'
import { updateElement } from './element.ts'
import { mainView, withView } from './place.ts'

type Slide = NonNullable<View['slides']>[number]

/** The pictures of a walkthrough that somebody put together, in order. */
export function slidesOf(design: Design): readonly Slide[] {
  return mainView(design)?.slides ?? []
}

/** One more picture at the end: these elements, with their names for a caption until somebody writes a better one. */
export function addSlide(design: Design, focus: readonly Id[]): Design {
  if (focus.length === 0) return design
  const names = focus.slice(0, 3).map((id) => nameOf(design, id))
  const caption = `${names.join(', ')}${focus.length > 3 ? ` and ${focus.length - 3} more` : ''}`
  return withSlides(design, (slides) => [...slides, { focus, caption }])
}

/** The design with other words under a slide; unchanged where there is no such slide. */
export function setCaption(design: Design, at: number, caption: string): Design {
  if (slidesOf(design)[at] === undefined || slidesOf(design)[at]?.caption === caption) return design
  return withSlides(design, (slides) => slides.map((slide, index) => (index === at ? { ...slide, caption } : slide)))
}

/** The design without a slide; unchanged where there is no such slide. */
export function removeSlide(design: Design, at: number): Design {
  if (slidesOf(design)[at] === undefined) return design
  return withSlides(design, (slides) => slides.filter((_, index) => index !== at))
}

/** The picture one place earlier or later; at the ends it stays. */
export function moveSlide(design: Design, at: number, step: 1 | -1): Design {
  const slides = slidesOf(design)
  const [slide, other] = [slides[at], slides[at + step]]
  if (slide === undefined || other === undefined) return design
  return withSlides(design, () =>
    slides.map((one, index) => {
      if (index === at) return other
      return index === at + step ? slide : one
    }),
  )
}

function withSlides(design: Design, change: (slides: readonly Slide[]) => readonly Slide[]): Design {
  const [ready, target] = withView(design, undefined)
  return updateElement(ready, 'views', target, (old) => {
    const { slides = [], ...rest } = old
    const next = change(slides)
    return next.length === 0 ? rest : { ...rest, slides: next }
  })
}
