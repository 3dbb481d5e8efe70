import { defineDocument } from '../document.ts'
import { slugOf } from '../text/file-name.ts'
import { askSlide } from './ask-slide.ts'
import { costSlide } from './cost-slide.ts'
import { estimateNote } from './figures.ts'
import { framingSlides } from './framing-slide.ts'
import { pathSlide } from './path-slide.ts'
import { pictureSlide } from './picture-slide.ts'
import { questionSlide } from './question-slide.ts'
import { speedSlide } from './speed-slide.ts'

/** Six slides for the people who decide, and up to two more from the framing sheet. Their titles, read alone in order, tell the whole story. */
export const deck = defineDocument({
  id: 'deck',
  title: 'Deck for decision makers',
  reader: 'board',
  summary:
    'The ask, what we set out to do, the picture, cost, speed, the worst path with its fix, and what is still open.',
  formats: ['pptx', 'html', 'markdown'],
  fileName: ({ design }) => `${slugOf(design.name)}-deck`,
  build: (context) => {
    const { design, authors, date } = context
    return {
      id: 'deck',
      title: design.name,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        askSlide(context),
        ...framingSlides(context),
        pictureSlide(context),
        costSlide(context),
        speedSlide(context),
        pathSlide(context),
        questionSlide(context),
      ],
      footer: estimateNote(context),
    }
  },
})
