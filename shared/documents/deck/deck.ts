import { defineDocument } from '../document.ts'
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
        ...optionsSlide(context),
        costSlide(context),
        speedSlide(context),
        pathSlide(context),
        ...governanceSlides(context),
        ...roadmapSlide(context),
        questionSlide(context),
      ],
      footer: estimateNote(context),
    }
  },
})
