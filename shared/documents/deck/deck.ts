import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { askSlide } from './ask-slide.ts'
import { costSlide } from './cost-slide.ts'
import { estimateNote } from './figures.ts'
import { framingSlides } from './framing-slide.ts'
import { governanceSlides } from './governance-slides.ts'
import { optionsSlide } from './options-slide.ts'
import { pathSlide } from './path-slide.ts'
import { pictureSlide } from './picture-slide.ts'
import { questionSlide } from './question-slide.ts'
import { roadmapSlide } from './roadmap-slide.ts'
import { speedSlide } from './speed-slide.ts'

const parts: readonly { readonly about: string; readonly write: (context: DocumentContext) => readonly Slide[] }[] = [
  { about: 'the ask', write: (context) => [askSlide(context)] },
  { about: 'the aim', write: framingSlides },
  { about: 'the picture', write: (context) => [pictureSlide(context)] },
  { about: 'options', write: optionsSlide },
  { about: 'cost', write: (context) => [costSlide(context)] },
  { about: 'time', write: (context) => [speedSlide(context)] },
  { about: 'the worst path', write: (context) => [pathSlide(context)] },
  { about: 'governance', write: governanceSlides },
  { about: 'the roadmap', write: roadmapSlide },
  { about: 'what is open', write: (context) => [questionSlide(context)] },
]

/**
 * Six slides for the people who decide, and more where something has been stated for them: the framing sheet, options
 * weighed, a roadmap, governance. Their titles, read alone in order, tell the whole story.
 */
export const deck = defineDocument({
  id: 'deck',
  title: 'Deck for decision makers',
  reader: 'board',
  usesGovernance: true,
  summary:
    'The ask, the aim, the picture, options weighed, cost, speed, the worst path, governance, roadmap, what is open.',
  formats: ['pptx', 'html', 'markdown'],
  fileName: ({ design }) => `${slugOf(design.name)}-deck`,
  build: (context) => {
    const { design, authors, date } = context
    const written = parts.map(({ about, write }) => ({ about, slides: write(context) }))
    return {
      id: 'deck',
      title: design.name,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: written.flatMap(({ about, slides }) => slides.map((slide) => ({ id: slugOf(about), ...slide }))),
      dropped: written.filter(({ slides }) => slides.length === 0).map(({ about }) => about),
      footer: estimateNote(context),
    }
  },
})
